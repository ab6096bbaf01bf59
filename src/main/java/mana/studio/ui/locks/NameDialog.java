package mana.studio.ui.locks;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import mana.studio.locks.names.LockName;
import mana.studio.locks.names.LockName.Category;
import mana.studio.locks.names.Registry;
import mana.studio.locks.verdict.Assessment;
import mana.studio.ui.kit.Blocks;
import org.jspecify.annotations.Nullable;

/// Asks what a lock is called, for the list of locks that this computer keeps.
final class NameDialog {
    private final TextField name = new TextField();
    private final TextField service = new TextField();
    private final ComboBox<Category> category = new ComboBox<>();
    private final Dialog<ButtonType> dialog;
    private final ButtonType save = new ButtonType("Save name", ButtonBar.ButtonData.OK_DONE);
    private final String key;

    NameDialog(Window owner, Assessment assessment) {
        key = assessment.lock().key().text();
        Optional<LockName> known = assessment.name();
        name.setId("lock-name");
        name.setText(known.map(LockName::name).orElse(""));
        name.setPromptText("mana-auth migrations");
        name.setAccessibleText("Name");
        service.setPromptText("Service, if it belongs to one");
        service.setAccessibleText("Service");
        category.setAccessibleText("Kind of work");
        category.getItems().setAll(Category.values());
        category.setValue(known.map(LockName::category).orElse(Category.OTHER));
        category.setConverter(new Words());
        VBox content = new VBox(
                8,
                new Label("Name"),
                name,
                new Label("Service"),
                service,
                new Label("Kind of work"),
                category,
                Blocks.wrapped(
                        "Leaders, jobs and backups hold their locks for long by design: they are not called stuck for"
                                + " that. Without a name the lock leaves the list. A file " + Registry.PROJECT_FILE
                                + " in the project says the same for the whole team.",
                        "muted"));
        dialog = LockDialogs.of(
                owner, "Name lock " + assessment.lock().key().shown(), content, save, ButtonType.CANCEL);
        dialog.setOnShown(_ -> name.requestFocus());
    }

    /// @return empty where a person leaves it as it is
    Optional<Registry.Entry> ask() {
        return dialog.showAndWait()
                .filter(save::equals)
                .map(_ -> new Registry.Entry(
                        key,
                        name.getText().strip(),
                        service.getText().isBlank() ? null : service.getText().strip(),
                        category.getValue()));
    }

    private static final class Words extends StringConverter<Category> {
        @Override
        public String toString(@Nullable Category category) {
            return category == null ? "" : category.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Category fromString(String words) {
            throw new UnsupportedOperationException("a kind is chosen, not typed");
        }
    }
}
