package mana.studio.ui.design;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mana.studio.design.Edits;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ServerChoices;
import mana.studio.ui.design.state.Texts;
import org.jspecify.annotations.Nullable;

/// Fields that several kinds of parts have.
final class Fields {
    private Fields() {}

    /// Its name; whatever names it follows.
    static <P> FormField name(PartModel<P> part) {
        return TextEntry.longLine(part, "Name", Field.NAME, part.kind().name(), (old, _) -> old)
                .meaning((sketch, text) -> sketch.with(
                        database -> Edits.renamePart(database, part.table().id(), part.id(), text)));
    }

    static <P> FormField comment(
            PartModel<P> part, Function<P, @Nullable String> get, BiFunction<P, @Nullable String, P> set) {
        return TextEntry.prose(
                part,
                "Comment",
                Field.COMMENT,
                old -> {
                    String comment = get.apply(old);
                    return comment == null ? "" : comment;
                },
                (old, text) -> set.apply(old, text.isEmpty() ? null : text));
    }

    /// When a constraint is checked.
    static <P> FormField deferrability(
            PartModel<P> part, Function<P, Deferrability> get, BiFunction<P, Deferrability, P> set) {
        return new ChoiceEntry<>(
                part, "Checked", Field.OPTIONS, List.of(Deferrability.values()), Fields::words, get, set);
    }

    private static String words(Deferrability value) {
        return switch (value) {
            case NOT_DEFERRABLE -> "at once";
            case INITIALLY_IMMEDIATE -> "at once, deferrable";
            case INITIALLY_DEFERRED -> "at commit, deferrable";
        };
    }

    /// Storage parameters.
    static <P> FormField options(
            PartModel<P> part, Function<P, List<String>> get, BiFunction<P, List<String>, P> set, String prompt) {
        return TextEntry.longLine(
                        part,
                        "Storage parameters",
                        Field.OPTIONS,
                        old -> Texts.options(get.apply(old)),
                        (old, text) -> set.apply(old, Texts.options(text)))
                .refusing(Texts::noOptions)
                .prompt(prompt)
                .mono();
    }

    static <P> FormField tablespace(
            PartModel<P> part, Function<P, @Nullable String> get, BiFunction<P, @Nullable String, P> set) {
        return TextEntry.choosing(
                        part,
                        "Tablespace",
                        Field.OPTIONS,
                        old -> {
                            String name = get.apply(old);
                            return name == null ? "" : name;
                        },
                        (old, text) -> set.apply(old, text.isBlank() ? null : text.strip()),
                        typed -> ServerChoices.tablespaces(part.table().server(), typed))
                .prompt("default")
                .doubting(text -> ServerChoices.noTablespace(part.table().server(), text));
    }
}
