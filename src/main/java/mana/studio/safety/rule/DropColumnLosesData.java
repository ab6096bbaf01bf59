package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// DROP COLUMN.
final class DropColumnLosesData implements Rule {
    @Override
    public String id() {
        return "drop-column-loses-data";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.isOld()
                ? occasion.commands("AT_DropColumn")
                        .flatMap(command -> Stream.of(
                                finding(
                                        Aspect.LOSES_DATA,
                                        Severity.DANGER,
                                        "All values of " + occasion.relation() + "." + command.text("name")
                                                + " are gone.",
                                        "Stop using the column, deploy, and drop it in a later release; keep a copy if"
                                                + " in doubt.",
                                        Docs.ALTER_TABLE),
                                finding(
                                        Aspect.BREAKS_CODE,
                                        Severity.WARNING,
                                        "Code that still names " + command.text("name") + " fails at once.",
                                        "Deploy code that does without the column first.",
                                        Docs.ALTER_TABLE)))
                : Stream.empty();
    }
}
