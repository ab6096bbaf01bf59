package mana.studio.ui.connect;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.ui.connect.FormModel.Field;

/// The description of a connection, to fill in or to paste.
final class FormView extends VBox {
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final FormModel model;
    private final ConnectModel connect;
    private final TextField paste = text("paste", "postgres://user@host:5432/database");
    private final PasswordField password = new PasswordField();
    private final Button open = new Button("Connect");
    private final Button test = new Button("Test");
    private final Button save = new Button("Save");
    private final Consumer<Profile> keep;

    FormView(FormModel model, ConnectModel connect, Consumer<Profile> keep) {
        super(12);
        this.model = model;
        this.connect = connect;
        this.keep = keep;
        getStyleClass().add("connect-form");
        Label title = new Label();
        title.getStyleClass().add("title-text");
        title.textProperty().bind(model.title());
        getChildren()
                .setAll(
                        title,
                        pasteField(),
                        notes(),
                        Fields.row(
                                Fields.named(
                                        "Name",
                                        bound(
                                                text("name", "As you like"),
                                                model.values().name())),
                                colors()),
                        places(),
                        Fields.even(
                                Fields.named(
                                        "Database",
                                        bound(
                                                text("database", "The user's name"),
                                                model.values().database())),
                                Fields.named(
                                        "User",
                                        bound(
                                                text("user", System.getProperty("user.name", "")),
                                                model.values().user()))),
                        passwords(),
                        Fields.row(
                                Fields.named(
                                        "Options",
                                        bound(
                                                text("options", "-c search_path=auth"),
                                                model.values().options())),
                                sslModes(),
                                environments()),
                        switches(),
                        buttons(),
                        new OutcomePane(connect, this::useSslMode));
        connect.outcome().subscribe(this::shown);
    }

    /// Gives the focus to the first useful control.
    void takeFocus() {
        paste.requestFocus();
    }

    /// Connects as described, or says what is wrong with the description.
    void connect() {
        ConnectModel.Wish wish = wish();
        if (wish != null) {
            connect.connect(wish);
        }
    }

    private ConnectModel.@org.jspecify.annotations.Nullable Wish wish() {
        Profile profile = model.profile();
        return profile == null
                ? null
                : new ConnectModel.Wish(
                        profile,
                        model.secret(),
                        model.values().remember().get(),
                        model.values().keep().get());
    }

    private Node pasteField() {
        bound(paste, model.values().paste());
        model.values().paste().subscribe((before, after) -> {
            if (after.length() - before.length() > 1 && paste.isFocused()) {
                // Later: the field still takes this text in.
                Platform.runLater(() -> model.readPaste(true));
            } else {
                model.readPaste(false);
            }
        });
        paste.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !paste.getText().isBlank()) {
                event.consume();
                model.readPaste(true);
                if (!model.errors().containsKey(Field.PASTE)) {
                    connect();
                }
            }
        });
        return Fields.checked("Paste a URL or a psql command", paste, model, Field.PASTE);
    }

    private Node notes() {
        Label notes = new Label();
        notes.setId("notes");
        notes.setWrapText(true);
        notes.getStyleClass().add("muted");
        notes.textProperty().bind(model.notes());
        notes.visibleProperty().bind(model.notes().isNotEmpty());
        notes.managedProperty().bind(notes.visibleProperty());
        return notes;
    }

    private Node places() {
        TextField host = bound(text("host", "localhost"), model.values().host());
        TextField port = bound(text("port", "5432"), model.values().port());
        host.setTooltip(
                new Tooltip("A name, an address, a socket's directory (/var/run/postgresql); several with commas"));
        VBox portField = Fields.checked("Port", port, model, Field.PORT);
        portField.setPrefWidth(110);
        portField.setMinWidth(Region.USE_PREF_SIZE);
        return Fields.row(Fields.checked("Host", host, model, Field.HOST), portField);
    }

    private Node passwords() {
        password.setId("password");
        password.setPromptText("Asked for when the server wants it");
        password.textProperty().bindBidirectional(model.values().password());
        CheckBox remember = new CheckBox("Remember in ~/.pgpass");
        remember.setId("remember");
        remember.selectedProperty().bindBidirectional(model.values().remember());
        remember.disableProperty().bind(model.values().password().isEmpty());
        remember.setTooltip(new Tooltip("PostgreSQL's own file, readable by you only; the studio keeps no passwords"));
        HBox row = Fields.row(Fields.named("Password", password), remember);
        row.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        remember.getStyleClass().add("beside-field");
        return row;
    }

    private VBox colors() {
        ComboBox<ProfileColor> colors = new ComboBox<>();
        colors.setId("color");
        colors.getItems().setAll(ProfileColor.values());
        colors.valueProperty().bindBidirectional(model.values().color());
        colors.setCellFactory(_ -> new ColorCell());
        colors.setButtonCell(new ColorCell());
        return sized(Fields.named("Color", colors), 200);
    }

    private VBox sslModes() {
        ComboBox<String> modes = new ComboBox<>();
        modes.setId("ssl-mode");
        modes.getItems().setAll(SSL_MODES);
        modes.valueProperty().bindBidirectional(model.values().sslMode());
        return sized(Fields.named("SSL mode", modes), 130);
    }

    private VBox environments() {
        ComboBox<Environment> environments = new ComboBox<>();
        environments.setId("environment");
        environments.getItems().setAll(Environment.values());
        environments.setConverter(new Words());
        environments.valueProperty().bindBidirectional(model.values().environment());
        environments.setOnAction(_ -> {
            if (environments.isFocused()) {
                model.environmentChosen();
            }
        });
        return sized(Fields.named("Environment", environments), 130);
    }

    private Node switches() {
        CheckBox readOnly = new CheckBox("Read-only: the server refuses writes");
        readOnly.setId("read-only");
        readOnly.selectedProperty().bindBidirectional(model.values().readOnly());
        readOnly.setOnAction(_ -> model.readOnlyChosen());
        CheckBox keepIt = new CheckBox("Keep in the list, without the password");
        keepIt.setId("keep");
        keepIt.selectedProperty().bindBidirectional(model.values().keep());
        CheckBox allow = new CheckBox("Allow applying schema changes: the database's name is asked for each time");
        allow.setId("apply-allowed");
        allow.selectedProperty().bindBidirectional(model.values().applyAllowed());
        allow.visibleProperty().bind(model.guarded());
        allow.managedProperty().bind(allow.visibleProperty());
        allow.disableProperty().bind(model.values().readOnly());
        return new VBox(12, new HBox(24, readOnly, keepIt), allow);
    }

    private Node buttons() {
        open.setId("connect");
        open.setDefaultButton(true);
        open.setOnAction(_ -> connect());
        test.setId("test");
        test.setTooltip(new Tooltip("Connect, say how it went, and disconnect"));
        test.setOnAction(_ -> {
            ConnectModel.Wish wish = wish();
            if (wish != null) {
                connect.test(wish);
            }
        });
        save.setId("save");
        save.setTooltip(new Tooltip("Keep in the list without connecting"));
        save.setOnAction(_ -> {
            Profile profile = model.profile();
            if (profile != null) {
                keep.accept(profile);
            }
        });
        return new HBox(8, open, test, save);
    }

    private void useSslMode(String mode) {
        model.values().sslMode().set(mode);
        connect();
    }

    private void shown(Outcome outcome) {
        open.setDisable(outcome.isUnderWay());
        test.setDisable(outcome.isUnderWay());
        if (outcome instanceof Outcome.Failed failed) {
            switch (failed.failure().kind()) {
                case PASSWORD_MISSING, WRONG_PASSWORD -> {
                    password.requestFocus();
                    password.selectAll();
                }
                default -> {}
            }
        }
    }

    private static TextField text(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private static <T extends TextInputControl> T bound(T field, javafx.beans.property.StringProperty property) {
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private static VBox sized(VBox field, double width) {
        field.setPrefWidth(width);
        field.setMinWidth(width);
        return field;
    }

    /// An environment in lower case.
    private static final class Words extends StringConverter<Environment> {
        @Override
        public String toString(Environment environment) {
            return environment.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Environment fromString(String word) {
            return Environment.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
