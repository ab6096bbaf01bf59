package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.statement.Node;

/// A change of type that succeeds and stores other values.
final class TypeChangeChangesValues implements Rule {
    @Override
    public String id() {
        return "type-change-changes-values";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_AlterColumnType")
                .flatMap(command -> command
                        .child("def")
                        .flatMap(definition -> definition.child("typeName"))
                        .flatMap(type -> occasion.column(command.text("name"))
                                .flatMap(column -> ValueChange.of(column.type(), type, definitionHasUsing(command))))
                        .stream()
                        .map(change -> finding(
                                Aspect.LOSES_DATA,
                                Severity.DANGER,
                                "Values of " + command.text("name") + " change without a word: " + change + ".",
                                "Look for values that would change before it runs.",
                                Docs.ALTER_TABLE)));
    }

    private static boolean definitionHasUsing(Node command) {
        return command.child("def")
                .map(definition -> definition.has("raw_default"))
                .orElse(false);
    }
}
