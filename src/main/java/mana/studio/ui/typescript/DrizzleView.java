package mana.studio.ui.typescript;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.snapshot.Unmodelled;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.Options.Bigint;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import mana.studio.ui.typescript.DrizzleModel.Extent;
import mana.studio.ui.typescript.DrizzleModel.Written;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// An object as Drizzle's TypeScript, as it is designed now.
public final class DrizzleView extends BorderPane {
    private final DrizzleModel model;
    private final CodePane code;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Extent, ToggleButton> extents = new EnumMap<>(Extent.class);
    private final Label feedback = new Label();
    private final Label unsaid = new Label("", Icons.of(Feather.INFO));
    private final HBox gone = new HBox(8);

    public DrizzleView(Session session, SchemaObject object) {
        model = new DrizzleModel(session, object);
        code = CodePane.typeScript(session.background());
        getStyleClass().add("drizzle-view");
        unsaid.setWrapText(true);
        unsaid.setMaxWidth(Double.MAX_VALUE);
        unsaid.setMinHeight(USE_PREF_SIZE);
        unsaid.getStyleClass().add("drizzle-unsaid");
        gone.getStyleClass().add("gone-banner");
        gone.getChildren()
                .setAll(
                        Icons.of(Feather.TRASH_2),
                        new Label("Dropped in the design. This is how it was written last."));
        setTop(new VBox(gone, bar()));
        gone.managedProperty().bind(gone.visibleProperty());
        gone.visibleProperty().bind(model.gone());
        model.object().subscribe(this::name);
        model.written().subscribe(this::show);
        model.failure().subscribe((_, failure) -> {
            if (failure != null) {
                setBottom(new FailurePane(failure));
            }
        });
    }

    private Node bar() {
        HBox switcher = new HBox();
        switcher.getStyleClass().add("side-switch");
        for (Extent extent : Extent.values()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().add("side-button");
            button.setToggleGroup(group);
            button.setUserData(extent);
            extents.put(extent, button);
            switcher.getChildren().add(button);
        }
        group.selectToggle(extents.get(Extent.OBJECT));
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                model.extent().set((Extent) now.getUserData());
            }
        });
        MenuButton how = new MenuButton(
                "Options",
                Icons.of(Feather.SLIDERS),
                option("Relations from foreign keys", Options::relations, Options::withRelations),
                option("Types of rows", Options::types, Options::withTypes),
                option(
                        "Column names by casing: 'snake_case'",
                        options -> options.casing() == Casing.SNAKE_CASE,
                        (options, on) -> options.withCasing(on ? Casing.SNAKE_CASE : Casing.NAMED)),
                option(
                        "bigint as a JavaScript bigint",
                        options -> options.bigint() == Bigint.BIGINT,
                        (options, on) -> options.withBigint(on ? Bigint.BIGINT : Bigint.NUMBER)));
        how.setTooltip(new Tooltip("A bigint as a number is exact up to 2⁵³ and can be sent as JSON"));
        Button copy = new Button("Copy", Icons.of(Feather.COPY));
        copy.setId("copy-typescript");
        copy.setOnAction(_ -> {
            code.copyAll();
            feedback.setText("Copied");
        });
        feedback.getStyleClass().add("preview-feedback");
        FlowPane bar = new FlowPane(8, 6, switcher, how, copy, feedback);
        bar.getStyleClass().add("preview-line");
        return bar;
    }

    private CheckMenuItem option(String words, Predicate<Options> isOn, BiFunction<Options, Boolean, Options> change) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(isOn.test(model.options().get()));
        item.selectedProperty()
                .subscribe((_, on) ->
                        model.options().set(change.apply(model.options().get(), on)));
        return item;
    }

    private void name(SchemaObject object) {
        extents.forEach((extent, button) -> button.setText(
                switch (extent) {
                    case OBJECT ->
                        Icons.word(object).substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + Icons.word(object).substring(1);
                    case SCHEMA -> "Schema " + object.name().schema();
                    case ALL -> "Everything";
                }));
    }

    private void show(@Nullable Written written) {
        if (written == null) {
            setCenter(new EmptyState(
                    Feather.CODE, "Writing TypeScript", "The code appears here as soon as the catalog is read."));
            return;
        }
        feedback.setText("");
        if (written.text().isEmpty()) {
            setCenter(new EmptyState(
                    Feather.CODE,
                    "Drizzle has no words for it",
                    "Partitions, foreign tables and what extensions bring are not declared in TypeScript."));
        } else {
            code.follow(written.text());
            setCenter(code);
        }
        unsaid.setText(
                written.unsaid().size() > 3
                        ? written.unsaid().size() + " things have no words in Drizzle: " + names(written, 3) + ", …"
                        : "Not said by Drizzle: " + names(written, 3));
        unsaid.setTooltip(written.unsaid().isEmpty() ? null : new Tooltip(sentences(written)));
        setBottom(written.unsaid().isEmpty() ? null : unsaid);
    }

    private static String names(Written written, int most) {
        return written.unsaid().stream()
                .limit(most)
                .map(each -> each.what() + " of " + each.object())
                .collect(Collectors.joining(", "));
    }

    private static String sentences(Written written) {
        return written.unsaid().stream()
                .limit(12)
                .map(Unmodelled::sentence)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /// Ctrl+F: search in the text.
    public void find() {
        code.find();
    }

    /// Follows the design no longer.
    public void close() {
        model.close();
    }

    @Override
    public void requestFocus() {
        code.requestFocus();
    }
}
