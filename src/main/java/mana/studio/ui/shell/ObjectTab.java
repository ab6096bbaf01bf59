package mana.studio.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.shell.Sides.SideContent;
import org.jspecify.annotations.Nullable;

/// An object's tab: its data, its structure, its SQL, its references. A side is built when it is first shown: tabs that
/// are restored but not looked at ask the server nothing. It follows the design: a table that is renamed there is
/// called
/// so here, and one that the database does not have yet has only what can be designed.
final class ObjectTab implements TabContent {
    private final FollowedObject followed;
    private final SideMaker maker;
    private final ObjectTabCommands commands;
    private final Map<Side, SideContent> built = new EnumMap<>(Side.class);
    private final Map<Side, ToggleButton> buttons = new EnumMap<>(Side.class);
    private final BorderPane view = new BorderPane();
    private final ReadOnlyStringWrapper title;
    private Side current;
    private @Nullable Headline headline;

    /// What the head shows: while it stays the same, so does the head, and the focus in it.
    private record Headline(QualifiedName name, String kind, List<Side> sides) {}

    /// Makes the content of a side.
    interface SideMaker {
        SideContent make(SchemaObject object, Side side);
    }

    ObjectTab(FollowedObject followed, Side first, SideMaker maker, ObjectTabCommands commands) {
        this.followed = followed;
        this.maker = maker;
        this.commands = commands;
        this.title = new ReadOnlyStringWrapper();
        this.current = sides().contains(first) ? first : sides().getFirst();
        view.getStyleClass().add("object-tab");
        followed.object().subscribe(_ -> head());
        followed.real().subscribe(_ -> head());
    }

    /// Its sides now: of what is only designed there are no rows.
    private List<Side> sides() {
        return followed.real().get() ? sides(object()) : List.of(Side.STRUCTURE, Side.DRIZZLE);
    }

    SchemaObject object() {
        return followed.object().get();
    }

    private void head() {
        Headline newest = new Headline(object().name(), Icons.word(object()), sides());
        if (newest.equals(headline)) {
            return;
        }
        headline = newest;
        title.set(object().name().name());
        view.setTop(header());
        if (!sides().contains(current)) {
            show(Side.STRUCTURE);
        }
    }

    /// The sides that make sense for an object, the usual one first.
    static List<Side> sides(SchemaObject object) {
        return switch (object) {
            case Relation _ -> List.of(Side.DATA, Side.STRUCTURE, Side.SQL, Side.DRIZZLE, Side.REFERENCES);
            case EnumType _, Sequence _ -> List.of(Side.STRUCTURE, Side.SQL, Side.DRIZZLE, Side.REFERENCES);
            case DomainType _, CompositeType _, Routine _ -> List.of(Side.STRUCTURE, Side.SQL, Side.REFERENCES);
        };
    }

    /// Names an object's tab; two routines of one name differ by their arguments.
    static String key(SchemaObject object) {
        String arguments = object instanceof Routine routine ? "(" + routine.arguments() + ")" : "";
        return Icons.word(object) + ":" + object.name() + arguments;
    }

    private Node header() {
        SchemaObject object = object();
        Label schema = new Label(object.name().schema());
        schema.getStyleClass().add("object-schema");
        Label name = new Label(object.name().name());
        name.getStyleClass().add("object-name");
        Label kind = new Label(Icons.word(object));
        kind.getStyleClass().add("object-kind");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(Icons.of(object), schema, new Label("›"), name, kind, gap, sideSwitch());
        header.getStyleClass().add("object-header");
        return header;
    }

    private Node sideSwitch() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("side-switch");
        buttons.clear();
        for (Side side : sides()) {
            ToggleButton button = new ToggleButton(word(side));
            button.setToggleGroup(group);
            button.getStyleClass().add("side-button");
            button.setSelected(side == current);
            button.setOnAction(_ -> show(side));
            buttons.put(side, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private static String word(Side side) {
        return switch (side) {
            case DATA -> "Data";
            case STRUCTURE -> "Structure";
            case SQL -> "SQL";
            case DRIZZLE -> "Drizzle";
            case REFERENCES -> "References";
        };
    }

    /// Shows a side, where the object has it.
    void show(Side side) {
        ToggleButton button = buttons.get(side);
        if (button == null) {
            return;
        }
        current = side;
        button.setSelected(true);
        SideContent content = content();
        view.setCenter(content.view());
        // Controls put their parts into the scene when they are styled; only there a part can take the focus.
        view.applyCss();
        view.layout();
        content.shown().run();
    }

    /// Puts new content on the side of the data: other rows of the same table. Returns itself.
    ObjectTab with(SideContent data) {
        Optional.ofNullable(built.put(Side.DATA, data))
                .ifPresent(side -> side.close().run());
        return this;
    }

    private SideContent content() {
        return built.computeIfAbsent(current, side -> maker.make(object(), side));
    }

    @Override
    public String key() {
        return key(object());
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public Node icon() {
        return Icons.of(object());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        show(current);
    }

    @Override
    public void refresh() {
        content().refresh().run();
    }

    @Override
    public void find() {
        content().find().run();
    }

    @Override
    public List<Command> commands() {
        return commands.of(object(), sides(), this::show);
    }

    @Override
    public void close() {
        followed.close();
        built.values().forEach(side -> side.close().run());
    }
}
