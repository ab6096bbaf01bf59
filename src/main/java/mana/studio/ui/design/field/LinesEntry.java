package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.design.Spot.Field;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.PartModel;

/// A field of several lines, as many as the part has of something, and a button that adds one.
public final class LinesEntry<P> implements FormField {
    private final PartModel<P> part;
    private final Content<P> content;
    private final VBox lines = new VBox();
    private final List<Line<P>> shown = new ArrayList<>();
    private final Button add;
    private final FieldBox box;

    /// One of the lines.
    interface Line<P> {
        Region node();

        /// Shows what the part has at its place; what is being typed stays.
        void show(P now);

        void focus();
    }

    /// What the lines hold.
    ///
    /// @param count how many there are
    /// @param line  makes the one at a place, counted from 0
    /// @param text  all of them in words: that tells whether they changed
    /// @param full  whether there cannot be one more
    record Content<P>(
            Function<P, Integer> count, IntFunction<Line<P>> line, Function<P, String> text, Predicate<P> full) {}

    /// @param adding the words of the button, and what it does
    LinesEntry(PartModel<P> part, String name, Content<P> content, String adding, Runnable adds) {
        this.part = part;
        this.content = content;
        add = RowField.adding(adding, () -> {
            int before = shown.size();
            adds.run();
            if (shown.size() > before) {
                shown.getLast().focus();
            }
        });
        lines.getStyleClass().add("row-lines");
        box = new FieldBox(part, name, Field.COLUMNS, lines, Width.FULL);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Field field() {
        return Field.COLUMNS;
    }

    @Override
    public void focus() {
        shown.stream().findFirst().ifPresent(Line::focus);
    }

    @Override
    public void refresh() {
        P now = part.now();
        if (now == null) {
            return;
        }
        int count = content.count().apply(now);
        while (shown.size() > count) {
            shown.removeLast();
        }
        while (shown.size() < count) {
            shown.add(content.line().apply(shown.size()));
        }
        shown.forEach(line -> line.show(now));
        List<Region> wanted = new ArrayList<>(shown.stream().map(Line::node).toList());
        wanted.add(add);
        if (!lines.getChildren().equals(wanted)) {
            lines.getChildren().setAll(wanted);
        }
        add.setDisable(content.full().test(now));
        P base = part.base();
        box.show(base == null ? "" : content.text().apply(base), content.text().apply(now), "");
    }
}
