package mana.studio.ui.design;

import java.util.List;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Index;
import mana.studio.ui.design.PartPane.PartForm;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.ColumnsEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.IndexKeyLine;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ServerChoices;
import mana.studio.ui.design.state.Summary;
import mana.studio.ui.design.state.Texts;

/// The fields of an index.
final class IndexForm {
    static final PartForm<Index> FORM = new PartForm<>(IndexForm::fields, Summary::of, IndexForm::locked);

    private IndexForm() {}

    private static String locked(Index index) {
        return index.partitionOf() == null ? "" : "It belongs to the parent's index: change it there.";
    }

    private static List<FormField> fields(PartModel<Index> part) {
        return List.of(
                IndexKeyLine.entry(part),
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
                typed -> ServerChoices.indexMethods(part.table().server(), typed));
    }
}
