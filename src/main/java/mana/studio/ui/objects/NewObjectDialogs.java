package mana.studio.ui.objects;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Sequence;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;
import mana.studio.ui.objects.form.SequenceLimits;
import org.jspecify.annotations.Nullable;

/// Ask for a new schema, enum, sequence or view: little more than its name, the rest is in its form.
final class NewObjectDialogs {
    private final Designs designs;
    private final Window owner;

    NewObjectDialogs(Designs designs, Window owner) {
        this.designs = designs;
        this.owner = owner;
    }

    void schema() {
        Label service = Ask.words("", "muted");
        NameField name = new NameField(
                "",
                typed -> designs.now()
                        .map(now -> NameCheck.ofSchema(now, typed, null))
                        .orElse(NameCheck.FINE));
        name.text()
                .subscribe(typed -> service.setText(designs.session()
                        .services()
                        .get()
                        .ownerOf(typed)
                        .map(found -> "Owned by the service " + found + ".")
                        .orElse("No registered service owns it yet.")));
        new AskDialog(owner, "New schema", "Create schema")
                .asking(Ask.column(name, service))
                .wide(440)
                .only(name.allowed())
                .show(
                        name.control(),
                        () -> designs.now().ifPresent(now -> designs.add(Edits.newSchema(now, name.name()))));
    }

    void enumeration(String schema) {
        Place place = place(schema);
        TextArea labels = new TextArea();
        labels.setId("ask-labels");
        labels.setPrefRowCount(6);
        labels.setPromptText("draft\nactive\nclosed");
        Label twice = Ask.words("", "refused");
        labels.textProperty().subscribe(text -> {
            String found = twice(lines(text));
            twice.setText(found.isEmpty() ? "" : found + " is there twice.");
            twice.setManaged(!found.isEmpty());
        });
        BooleanExpression fine = twice.textProperty().isEmpty().and(place.allowed());
        new AskDialog(owner, "New enum", "Create enum")
                .asking(Ask.column(place, Ask.named("Values, one a line, in their order", labels), twice))
                .wide(520)
                .only(fine)
                .show(
                        place.nameField().control(),
                        () -> designs.now()
                                .ifPresent(now -> designs.add(new EnumType(
                                        Identity.fresh(),
                                        place.value(),
                                        now.owner(),
                                        null,
                                        Privileges.DEFAULT,
                                        lines(labels.getText())))));
    }

    void sequence(String schema) {
        Place place = place(schema);
        ComboBox<String> type = new ComboBox<>();
        type.getItems().setAll("smallint", "integer", "bigint");
        type.setValue("bigint");
        TextField start = new TextField("1");
        BooleanExpression isNumber = Bindings.createBooleanBinding(
                () -> start.getText().matches("\\d{1,18}")
                        && Long.parseLong(start.getText()) >= 1
                        && Long.parseLong(start.getText()) <= SequenceLimits.maximum(type.getValue()),
                start.textProperty(),
                type.valueProperty());
        new AskDialog(owner, "New sequence", "Create sequence")
                .asking(Ask.column(place, Ask.row(Ask.named("Type", type), Ask.named("Starts at", start))))
                .wide(520)
                .only(place.allowed().and(isNumber))
                .show(
                        place.nameField().control(),
                        () -> designs.now()
                                .ifPresent(now -> designs.add(sequence(
                                        now, place.value(), type.getValue(), Long.parseLong(start.getText())))));
    }

    private static Sequence sequence(Database now, QualifiedName name, String type, long start) {
        return new Sequence(
                Identity.fresh(),
                name,
                now.owner(),
                null,
                Privileges.DEFAULT,
                new SequenceOptions(type, start, 1, 1, SequenceLimits.maximum(type), 1, false),
                false,
                null);
    }

    void view(String schema) {
        Place place = place(schema);
        ComboBox<String> from = new ComboBox<>();
        from.getItems()
                .setAll(designs.tables().stream()
                        .map(table -> table.name().toString())
                        .toList());
        from.setPromptText("Nothing: write the query yourself");
        from.setVisibleRowCount(14);
        CheckBox materialized = new CheckBox("Materialized: its rows are stored, and refreshed when asked for");
        VBox content = Ask.column(place, Ask.named("Starts from", from), materialized);
        new AskDialog(owner, "New view", "Create view")
                .asking(content)
                .wide(520)
                .only(place.allowed())
                .show(
                        place.nameField().control(),
                        () -> designs.now().ifPresent(now -> {
                            Table table = designs.tables().stream()
                                    .filter(one -> one.name().toString().equals(from.getValue()))
                                    .findFirst()
                                    .orElse(null);
                            List<Column> columns = table == null
                                    ? List.of(column("id", new DataType("integer", Family.INTEGER, null), null))
                                    : table.columns().stream()
                                            .map(NewObjectDialogs::column)
                                            .toList();
                            designs.add(new View(
                                    Identity.fresh(),
                                    place.value(),
                                    now.owner(),
                                    null,
                                    Privileges.DEFAULT,
                                    materialized.isSelected(),
                                    columns,
                                    table == null ? "SELECT 1 AS id" : select(table),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    true,
                                    null,
                                    materialized.isSelected() ? "heap" : null));
                        }));
    }

    /// As the server writes it.
    private static String select(Table table) {
        String columns = table.columns().stream()
                .map(column -> Identifier.quote(column.name()))
                .collect(Collectors.joining(",\n    "));
        return "SELECT " + columns + "\n   FROM "
                + Identifier.quote(table.name().schema(), table.name().name());
    }

    private static Column column(Column column) {
        return column(column.name(), column.type(), column.collation());
    }

    private static Column column(String name, DataType type, @Nullable QualifiedName collation) {
        return new Column(
                Identity.fresh(),
                name,
                type,
                null,
                null,
                null,
                null,
                collation,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }

    private Place place(String schema) {
        return new Place(
                designs,
                schema,
                "",
                (in, name) -> designs.now()
                        .map(now -> NameCheck.ofObject(now, in, name, null))
                        .orElse(NameCheck.FINE));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String twice(List<String> labels) {
        Set<String> seen = new HashSet<>();
        return labels.stream().filter(label -> !seen.add(label)).findFirst().orElse("");
    }
}
