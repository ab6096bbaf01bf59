package mana.studio.ui.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import mana.studio.ui.kit.Blocks;
import org.jspecify.annotations.Nullable;

/// What of the board is shown: all or only what is in somebody's way, which database, what is searched for.
final class NarrowingBar extends HBox {
    private static final long ALL = -1;

    private final LockBoardModel model;
    private final ToggleButton all = new ToggleButton("All advisory");
    private final ToggleButton blocking = new ToggleButton("Blocking only");
    private final TextField search = new TextField();
    private final ComboBox<Long> databases = new ComboBox<>();
    private Map<Long, String> names = Map.of();
    private boolean filling;

    NarrowingBar(LockBoardModel model, Node... more) {
        super(8);
        this.model = model;
        getStyleClass().add("lock-narrowing");
        setAlignment(Pos.CENTER_LEFT);
        search.setId("lock-search");
        search.setPromptText("Key, name, application, user, pid");
        search.setAccessibleText("Search the locks");
        search.setPrefWidth(240);
        search.setMinWidth(120);
        search.textProperty()
                .subscribe((_, text) -> change(model.narrowing().get().withSearch(text)));
        Node pills = kinds();
        databases.setId("lock-database");
        databases.setAccessibleText("Database");
        databases.setConverter(converter());
        databases.getItems().setAll(ALL);
        databases.setValue(ALL);
        databases.valueProperty().subscribe((_, now) -> {
            if (!filling && now != null) {
                change(model.narrowing().get().withDatabase(now == ALL ? null : now));
            }
        });
        model.sight().subscribe(_ -> fill());
        model.narrowing().subscribe(narrowing -> follow(narrowing));
        getChildren().addAll(pills, databases, search, Blocks.gap());
        getChildren().addAll(more);
    }

    private void change(Narrowing other) {
        model.narrowing().set(other);
    }

    /// The board is filtered longer than this bar lives.
    private void follow(Narrowing narrowing) {
        (narrowing.blocking() ? blocking : all).setSelected(true);
        if (!search.getText().equals(narrowing.search())) {
            search.setText(narrowing.search());
        }
        fill();
    }

    private Node kinds() {
        all.getStyleClass().add("left-pill");
        blocking.getStyleClass().add("right-pill");
        all.setMinWidth(USE_PREF_SIZE);
        blocking.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(all, blocking);
        group.selectToggle(all);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                change(model.narrowing().get().withBlocking(now == blocking));
            }
        });
        return new HBox(all, blocking);
    }

    private void fill() {
        Map<Long, String> known = model.databases();
        Long before = Objects.requireNonNullElse(model.narrowing().get().database(), ALL);
        if (known.equals(names) && before.equals(databases.getValue())) {
            return;
        }
        names = known;
        List<Long> items = new ArrayList<>(List.of(ALL));
        items.addAll(known.keySet());
        if (!items.contains(before)) {
            items.add(before);
        }
        filling = true;
        databases.getItems().setAll(items);
        databases.setValue(before);
        filling = false;
    }

    private StringConverter<Long> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Long database) {
                return database == null || database == ALL
                        ? "All databases"
                        : Objects.requireNonNullElse(names.get(database), "database " + database);
            }

            @Override
            public Long fromString(String name) {
                throw new UnsupportedOperationException("a database is chosen, not typed");
            }
        };
    }

    /// Ctrl+F.
    void find() {
        search.requestFocus();
        search.selectAll();
    }
}
