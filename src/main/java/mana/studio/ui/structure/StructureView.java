package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.View;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;

/// What an object consists of: its columns, keys, indexes, rules and rights; of views and functions their definition.
public final class StructureView extends BorderPane {
    private final Session session;
    private final StructureModel model;
    private final SummaryLine summary;
    private final VBox content = new VBox();

    public StructureView(Session session, SchemaObject object) {
        this.session = session;
        model = new StructureModel(session, object);
        summary = new SummaryLine(model);
        getStyleClass().add("structure");
        setTop(new GoneBanner(model.object(), model.gone()));
        content.getStyleClass().add("structure-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        InvalidationListener rebuild = _ -> rebuild();
        model.object().addListener(rebuild);
        model.sections().addListener(rebuild);
        model.size().addListener((InvalidationListener) _ -> summary.update());
        rebuild();
    }

    /// Follows the catalog no longer.
    public void close() {
        model.close();
    }

    /// Gives the focus to the columns, where there are some.
    @Override
    public void requestFocus() {
        if (lookup("#columns-table") instanceof ColumnsTable columns) {
            columns.takeFocus();
        } else {
            super.requestFocus();
        }
    }

    private void rebuild() {
        summary.update();
        SchemaObject object = model.object().get();
        List<Node> parts = new ArrayList<>();
        String comment = object.comment();
        if (comment != null) {
            parts.add(comment(comment));
        }
        parts.add(summary);
        if (object instanceof Relation relation) {
            parts.add(columns(relation));
        }
        model.sections().get().forEach(section -> parts.add(new SectionPane(section, this::open)));
        switch (object) {
            case View view -> parts.add(definition(view.definition()));
            case Routine routine -> parts.add(definition(routine.definition()));
            default -> {}
        }
        content.getChildren().setAll(parts);
    }

    private static Node comment(String comment) {
        Label label = new Label(comment);
        label.setWrapText(true);
        label.getStyleClass().add("object-comment");
        return label;
    }

    private Node columns(Relation relation) {
        if (relation.columns().isEmpty()) {
            Label none = new Label("It has no columns.");
            none.getStyleClass().add("muted");
            return titled("Columns", none);
        }
        return titled("Columns", new ColumnsTable(ColumnLine.of(relation), this::open));
    }

    /// As high as its text, up to a point.
    private Node definition(String sql) {
        CodePane code = CodePane.readOnly(session.background());
        // The server aligns a view's lines with a blank before SELECT.
        code.setText(sql.stripTrailing());
        long lines = Math.clamp(sql.lines().count(), 3, 30);
        code.setMinHeight(lines * 17 + 20);
        code.setPrefHeight(lines * 17 + 20);
        code.getStyleClass().add("framed");
        return titled("Definition", code);
    }

    private static Node titled(String title, Node node) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-heading");
        VBox section = new VBox(heading, node);
        section.getStyleClass().add("section");
        return section;
    }

    private void open(QualifiedName target) {
        session.navigator().open(target, Side.STRUCTURE);
    }
}
