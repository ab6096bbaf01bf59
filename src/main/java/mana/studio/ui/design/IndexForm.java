package mana.studio.ui.design;

import java.util.List;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Index;
import mana.studio.ui.design.PartPane.PartForm;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.ColumnsEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.KeysEntry;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.Summary;
import mana.studio.ui.design.state.Texts;

/// The fields of an index.
final class IndexForm {
    static final PartForm<Index> FORM = new PartForm<>(IndexForm::fields, Summary::of, IndexForm::locked);

    private static final List<Choice> METHODS = List.of(
            Choice.of("btree", "equality, ranges, order"),
            Choice.of("hash", "equality only"),
            Choice.of("gin", "many values in one: jsonb, arrays, text search"),
            Choice.of("gist", "ranges, geometry, nearest"),
            Choice.of("spgist", "trees of points, text, networks"),
            Choice.of("brin", "very large tables in their order"));

    private IndexForm() {}

    private static String locked(Index index) {
        return index.partitionOf() == null ? "" : "It belongs to the parent's index: change it there.";
    }

    private static List<FormField> fields(PartModel<Index> part) {
        return List.of(
                new KeysEntry(part),
                Fields.name(part),
                method(part),
                new CheckEntry<>(part, "Unique", Field.OPTIONS, Index::unique, Index::withUnique),
                new CheckEntry<>(
                                part,
                                "Nulls not distinct",
                                Field.OPTIONS,
                                Index::nullsNotDistinct,
                                Index::withNullsNotDistinct)
                        .locked(index ->
                                index.unique() ? Texts.since(part.table().version(), 15) : "Only for a unique index."),
                TextEntry.code(
                        part,
                        "Where: only these rows",
                        Field.PREDICATE,
                        index -> index.predicate() == null ? "" : index.predicate(),
                        (index, text) -> index.withPredicate(text.isBlank() ? null : text)),
                new ColumnsEntry<>(part, "Includes", Field.OPTIONS, 0, Index::include, Index::withInclude),
                Fields.options(part, Index::options, Index::withOptions, "fillfactor=90"),
                Fields.tablespace(part, Index::tablespace, Index::withTablespace),
                Fields.comment(part, Index::comment, Index::withComment));
    }

    private static FormField method(PartModel<Index> part) {
        return TextEntry.choosing(
                part,
                "Method",
                Field.DEFINITION,
                Index::method,
                (index, text) -> index.withMethod(text.strip()),
                typed -> Choice.matching(METHODS, typed));
    }
}
