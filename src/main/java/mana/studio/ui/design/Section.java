package mana.studio.ui.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.design.Problem;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.ui.design.PartPane.PartForm;
import mana.studio.ui.design.field.SectionHead;
import mana.studio.ui.design.state.PartKind;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.PrimaryKeys;
import mana.studio.ui.design.state.TableModel;
import mana.studio.ui.design.state.TableState;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// All parts of a kind: a line each, in an order that stays.
final class Section<P> extends VBox {
    private final TableModel model;
    private final Consumer<Node> opened;
    private final PartKind<P> kind;
    private final PartForm<P> form;
    private final Adding<P> adding;
    private final Button add;
    private final SectionHead head;
    private final VBox lines = new VBox();
    private final List<PartPane<P>> panes = new ArrayList<>();

    /// How one more is made.
    ///
    /// @param impossible why none can be; empty where one can
    record Adding<P>(String word, Function<Table, P> make, Function<Table, String> impossible) {}

    /// @param opened told when a detail is opened
    /// @param extra  stands below the head
    Section(
            TableModel model,
            Consumer<Node> opened,
            String title,
            PartKind<P> kind,
            PartForm<P> form,
            Adding<P> adding,
            Node... extra) {
        this.model = model;
        this.opened = opened;
        this.kind = kind;
        this.form = form;
        this.adding = adding;
        add = new Button(adding.word(), Icons.of(Feather.PLUS));
        add.setOnAction(_ -> add());
        head = new SectionHead(title, add);
        getStyleClass().add("form-section");
        lines.getStyleClass().add("part-lines");
        getChildren().add(head);
        getChildren().addAll(extra);
        getChildren().add(lines);
    }

    private void add() {
        Table table = model.table();
        if (table == null) {
            return;
        }
        P part = adding.make().apply(table);
        model.edit(
                "Add " + kind.word() + " " + kind.name().apply(part), old -> PrimaryKeys.settled(kind.add(old, part)));
        show(kind.id().apply(part), first());
    }

    /// What one goes on with after it was added.
    private Field first() {
        return kind == PartKind.CHECK
                ? Field.EXPRESSION
                : kind == PartKind.EXCLUSION
                        ? Field.DEFINITION
                        : kind == PartKind.POLICY
                                ? Field.NAME
                                : kind == PartKind.FOREIGN_KEY ? Field.REFERENCE : Field.COLUMNS;
    }

    /// Gives the focus to a field of a part; false where the part is none of these.
    boolean show(Identity part, Field field) {
        Optional<PartPane<P>> pane = find(part);
        pane.ifPresent(found -> found.show(field));
        return pane.isPresent();
    }

    private Optional<PartPane<P>> find(Identity part) {
        return panes.stream().filter(pane -> pane.part().id().same(part)).findFirst();
    }

    void refresh(TableState state) {
        Table table = state.table();
        Table base = state.base();
        List<P> now = table == null ? List.of() : kind.all().apply(table);
        List<P> before = base == null ? List.of() : kind.all().apply(base);
        panes.removeIf(pane ->
                !isIn(now, pane.part().id()) && !isIn(before, pane.part().id()));
        before.forEach(this::keep);
        now.forEach(this::keep);
        List<Node> wanted = List.copyOf(panes);
        if (!lines.getChildren().equals(wanted)) {
            lines.getChildren().setAll(wanted);
        }
        lines.setVisible(!panes.isEmpty());
        lines.setManaged(!panes.isEmpty());
        panes.forEach(PartPane::refresh);
        List<Problem> problems =
                panes.stream().flatMap(pane -> pane.part().problems().stream()).toList();
        List<Breach> hints =
                panes.stream().flatMap(pane -> pane.part().hints().stream()).toList();
        head.show(now.size(), problems, hints);
        String impossible = table == null ? "" : adding.impossible().apply(table);
        add.setDisable(!impossible.isEmpty());
        add.setTooltip(impossible.isEmpty() ? null : new Tooltip(impossible));
    }

    private boolean isIn(List<P> parts, Identity id) {
        return parts.stream().anyMatch(part -> kind.id().apply(part).same(id));
    }

    private void keep(P part) {
        Identity id = kind.id().apply(part);
        if (find(id).isEmpty()) {
            panes.add(new PartPane<>(new PartModel<>(model, kind, id), form, opened));
        }
    }
}
