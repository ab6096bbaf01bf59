package mana.studio.ui.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.ui.design.PartPane.PartForm;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.ColumnsEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.KeyPairLine;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.Constraints;
import mana.studio.ui.design.state.KeyPairs;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.QualifiedText;
import mana.studio.ui.design.state.Summary;
import mana.studio.ui.design.state.Texts;

/// The fields of a foreign key.
final class ForeignKeyForm {
    static final PartForm<ForeignKey> FORM = new PartForm<>(ForeignKeyForm::fields, Summary::of, KeyForms::inherited);

    private ForeignKeyForm() {}

    private static List<FormField> fields(PartModel<ForeignKey> part) {
        return List.of(
                reference(part),
                action(part, "On delete", ForeignKey::onDelete, ForeignKey::withOnDelete),
                KeyPairLine.entry(part),
                Fields.name(part),
                action(part, "On update", ForeignKey::onUpdate, ForeignKey::withOnUpdate),
                Fields.deferrability(part, ForeignKey::deferrability, ForeignKey::withDeferrability),
                ChoiceEntry.of(
                        part,
                        "Match",
                        Field.OPTIONS,
                        List.of(Match.SIMPLE, Match.FULL),
                        ForeignKey::match,
                        ForeignKey::withMatch),
                new CheckEntry<>(
                        part, "Not valid", Field.OPTIONS, key -> !key.validated(), (key, on) -> key.withValidated(!on)),
                new CheckEntry<>(
                                part,
                                "Not enforced",
                                Field.OPTIONS,
                                key -> !key.enforced(),
                                (key, on) -> Constraints.enforced(key, !on))
                        .locked(_ -> Texts.since(part.table().version(), 18)),
                new CheckEntry<>(part, "Last pair is a period", Field.OPTIONS, ForeignKey::period, ForeignKey::withPeriod)
                        .locked(_ -> Texts.since(part.table().version(), 18)),
                new ColumnsEntry<>(
                                part,
                                "On delete sets only",
                                Field.OPTIONS,
                                0,
                                ForeignKey::setColumns,
                                ForeignKey::withSetColumns)
                        .locked(key -> sets(key, part.table().version())),
                Fields.comment(part, ForeignKey::comment, ForeignKey::withComment));
    }

    private static String sets(ForeignKey key, int version) {
        boolean sets = key.onDelete() == Action.SET_NULL || key.onDelete() == Action.SET_DEFAULT;
        return sets ? Texts.since(version, 15) : "Only with set null or set default on delete.";
    }

    private static FormField action(
            PartModel<ForeignKey> part,
            String name,
            Function<ForeignKey, Action> get,
            BiFunction<ForeignKey, Action, ForeignKey> set) {
        return ChoiceEntry.of(part, name, Field.OPTIONS, Arrays.asList(Action.values()), get, set);
    }

    /// The other table. While no table is called what was typed, the key leads where it led.
    private static FormField reference(PartModel<ForeignKey> part) {
        return TextEntry.choosingLong(
                        part,
                        "References",
                        Field.REFERENCE,
                        key -> text(key.referencedTable()),
                        (key, typed) -> to(part, key, typed),
                        typed -> Choice.matching(tables(part), typed))
                .refusing(typed -> find(part, typed).isPresent() ? "" : "There is no such table.");
    }

    private static ForeignKey to(PartModel<ForeignKey> part, ForeignKey key, String typed) {
        Table own = part.table().table();
        Optional<Table> target = find(part, typed);
        return own == null || target.isEmpty() || target.get().name().equals(key.referencedTable())
                ? key
                : Constraints.renamed(KeyPairs.to(key, own, target.get()), key, own);
    }

    private static List<Choice> tables(PartModel<ForeignKey> part) {
        Database database = part.table().database();
        return database == null
                ? List.of()
                : database.tables()
                        .filter(table -> table.foreign() == null)
                        .map(table -> Choice.of(text(table.name()), keyText(table)))
                        .toList();
    }

    private static String keyText(Table table) {
        return table.primaryKey()
                .map(key -> "key " + String.join(", ", key.columns()))
                .orElse("no primary key");
    }

    private static Optional<Table> find(PartModel<ForeignKey> part, String typed) {
        Database database = part.table().database();
        List<String> parts = QualifiedText.parts(typed);
        return database == null || parts.size() != 2
                ? Optional.empty()
                : database.table(new QualifiedName(parts.getFirst(), parts.getLast()));
    }

    private static String text(QualifiedName name) {
        return Identifier.quote(name.schema(), name.name());
    }
}
