package mana.studio.ui.design.state;

import java.util.Comparator;
import java.util.List;
import mana.studio.design.TypeNames;
import mana.studio.schema.Database;

/// The types a column can have.
public final class TypeChoices {
    private TypeChoices() {}

    /// Those that match what was typed; for nothing typed the built-in ones first. Behind a length nothing is proposed.
    public static List<Choice> matching(Database database, String typed) {
        TypeNames names = TypeNames.of(database);
        if (typed.isBlank()) {
            return names.all().stream()
                    .sorted(Comparator.comparing(
                            (TypeNames.Choice choice) -> choice.type().named() != null))
                    .map(TypeChoices::choice)
                    .toList();
        }
        return names.matching(typed).stream().map(TypeChoices::choice).toList();
    }

    private static Choice choice(TypeNames.Choice choice) {
        String aliases = String.join(", ", choice.aliases());
        String what = choice.what().equals("built in") ? aliases : choice.what();
        String modifier = choice.modifier().startsWith("(digits") ? "" : choice.modifier() + " ";
        return Choice.of(choice.type().sql(), (modifier + what).strip());
    }
}
