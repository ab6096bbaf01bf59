package mana.studio.ui.migration;

import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.write.OwnStatement;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// A person's own statements in the migration, to be added, changed and taken out.
final class OwnList extends VBox {
    private static final double PLACE = 200;

    private final MigrationModel model;
    private final Background background;
    private final Button add = new Button("Own statement…", Icons.of(Feather.EDIT_3));
    private final VBox rows = new VBox(4);

    OwnList(MigrationModel model, Background background) {
        super(6);
        this.model = model;
        this.background = background;
        add.getStyleClass().add("small");
        add.setTooltip(new Tooltip("An UPDATE that fills a new column, or whatever else must run among these"));
        add.setOnAction(_ -> OwnDialog.add(this, model.statements(), background)
                .ifPresent(own -> model.asked().own().add(own)));
        getChildren().add(rows);
        model.state().subscribe(state -> add.setDisable(!(state instanceof State.Drafted)));
        model.asked().own().subscribe(this::show);
        show();
    }

    private void show() {
        rows.getChildren()
                .setAll(IntStream.range(0, model.asked().own().size())
                        .mapToObj(this::row)
                        .toList());
        setVisible(!rows.getChildren().isEmpty());
        setManaged(!rows.getChildren().isEmpty());
    }

    /// To add one; it stands with the other options.
    Button adding() {
        return add;
    }

    private Node row(int at) {
        OwnStatement own = model.asked().own().get(at);
        Label sql = Parts.styled(new Label(line(own.sql())), "mono");
        sql.setTextOverrun(OverrunStyle.ELLIPSIS);
        sql.setMinWidth(80);
        sql.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sql, Priority.ALWAYS);
        String before = own.before();
        Label place =
                Parts.styled(new Label(before == null ? "at the end" : "before " + line(before)), "migration-purpose");
        place.setMinWidth(80);
        place.setMaxWidth(PLACE);
        place.setTooltip(new Tooltip(before == null ? "At the end" : before));
        sql.setTooltip(new Tooltip(own.sql()));
        Button change = button("Change own statement " + (at + 1), Feather.EDIT_3);
        change.setId("own-" + (at + 1));
        change.setOnAction(_ -> OwnDialog.change(this, own, model.statements(), background)
                .ifPresent(other -> model.asked().own().set(at, other)));
        Button remove = button("Take own statement " + (at + 1) + " out", Feather.X);
        remove.setOnAction(_ -> model.asked().own().remove(at));
        HBox row = new HBox(8, Icons.of(Feather.EDIT_3, "icon-column"), sql, place, change, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String spoken, Feather icon) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("small", "flat", "button-icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(spoken));
        button.setAccessibleText(spoken);
        return button;
    }

    /// On one line.
    static String line(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
