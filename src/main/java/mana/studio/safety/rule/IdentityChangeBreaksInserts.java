package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.statement.Node;

/// GENERATED ALWAYS refuses values, DROP IDENTITY gives none.
final class IdentityChangeBreaksInserts implements Rule {
    @Override
    public String id() {
        return "identity-change-breaks-inserts";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        Stream<Finding> dropped = occasion.commands("AT_DropIdentity")
                .map(command -> said("Inserts that leave out " + command.text("name")
                        + " fail: nothing numbers the rows any more."));
        Stream<Finding> always = occasion.commands("AT_SetIdentity")
                .filter(command ->
                        command.all().anyMatch(node -> node.text("defname").equals("generated") && isAlways(node)))
                .map(command -> said("Inserts that give a value for " + command.text("name") + " fail."));
        return Stream.concat(dropped, always);
    }

    private Finding said(String message) {
        return finding(
                Aspect.BREAKS_CODE, Severity.WARNING, message, "Look at the code that inserts first.", Docs.IDENTITY);
    }

    /// `ATTRIBUTE_IDENTITY_ALWAYS` is the letter a.
    private static boolean isAlways(Node option) {
        return option.child("arg").map(argument -> argument.number("ival")).orElse(0) == 'a';
    }
}
