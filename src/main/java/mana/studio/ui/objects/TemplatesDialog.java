package mana.studio.ui.objects;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.design.template.Template;
import mana.studio.design.template.Templates;
import org.jspecify.annotations.Nullable;

/// The templates for new tables: the house's to read, a person's own to edit as JSON.
final class TemplatesDialog {
    private final TemplateStore store;
    private final ListView<Template> list = new ListView<>();
    private final TextArea text = new TextArea();
    private final Label wrong = Ask.words("", "refused");
    private final SimpleBooleanProperty possible = new SimpleBooleanProperty(true);
    private Templates edited;
    private boolean showing;

    private TemplatesDialog(TemplateStore store) {
        this.store = store;
        edited = store.templates().get();
    }

    static void show(TemplateStore store, Window owner) {
        new TemplatesDialog(store).show(owner);
    }

    private void show(Window owner) {
        list.setId("templates");
        list.setAccessibleText("Templates");
        list.setPrefWidth(190);
        list.setMinWidth(190);
        list.setCellFactory(_ -> new Names());
        text.getStyleClass().add("mono");
        text.setId("template-text");
        text.setAccessibleText("The template as JSON");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button("Copy as own");
        copy.setOnAction(_ -> copy());
        Button delete = new Button("Delete");
        delete.setOnAction(_ -> delete());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!showing) {
                chosen(chosen);
            }
            delete.setDisable(chosen == null || !edited.own().contains(chosen));
            copy.setDisable(chosen == null);
        });
        text.textProperty().subscribe((_, typed) -> typed(typed));
        fill(Templates.HOUSE);
        HBox columns = new HBox(12, new VBox(8, list, new HBox(8, copy, delete)), text);
        VBox.setVgrow(list, Priority.ALWAYS);
        columns.setPrefHeight(400);
        Label place = Ask.words("Your own are kept in " + store.path() + ".", "muted");
        VBox content = Ask.column(columns, wrong, place);
        VBox.setVgrow(columns, Priority.ALWAYS);
        new AskDialog(owner, "Templates for new tables", "Save")
                .asking(content)
                .wide(860)
                .only(possible)
                .show(list, () -> store.save(edited));
    }

    private void fill(@Nullable Template chosen) {
        showing = true;
        list.getItems().setAll(edited.all());
        list.getSelectionModel().select(chosen);
        showing = false;
        chosen(chosen);
    }

    private void chosen(@Nullable Template template) {
        showing = true;
        text.setText(template == null ? "" : Templates.write(template));
        text.setEditable(template != null && edited.own().contains(template));
        say("");
        showing = false;
    }

    private void copy() {
        Template chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            Template own = chosen.withName(freeName(chosen.name()));
            edited = edited.with(own);
            fill(own);
            text.requestFocus();
        }
    }

    private String freeName(String name) {
        String wanted = "My " + name.toLowerCase(Locale.ROOT);
        String free = wanted;
        for (int number = 2; isTaken(free); number++) {
            free = wanted + " " + number;
        }
        return free;
    }

    private boolean isTaken(String name) {
        return edited.all().stream().anyMatch(template -> template.name().equals(name));
    }

    private void delete() {
        Template chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            edited = edited.without(chosen.name());
            fill(Templates.HOUSE);
        }
    }

    private void typed(String json) {
        Template chosen = list.getSelectionModel().getSelectedItem();
        if (showing || chosen == null || !edited.own().contains(chosen)) {
            return;
        }
        try {
            Template read = Templates.read(json);
            Optional<String> obstacle = obstacle(read, chosen);
            say(obstacle.orElse(""));
            if (obstacle.isEmpty()) {
                edited = edited.replacing(chosen, read);
                showing = true;
                list.getItems().set(list.getSelectionModel().getSelectedIndex(), read);
                list.getSelectionModel().select(read);
                showing = false;
            }
        } catch (IllegalArgumentException broken) {
            say(String.valueOf(broken.getMessage()));
        }
    }

    private Optional<String> obstacle(Template read, Template before) {
        if (read.name().isBlank()) {
            return Optional.of("A template needs a name.");
        }
        return !read.name().equals(before.name()) && isTaken(read.name())
                ? Optional.of("There is a template " + read.name() + " already.")
                : Optional.empty();
    }

    private void say(String problem) {
        wrong.setText(problem);
        wrong.setManaged(!problem.isEmpty());
        possible.set(problem.isEmpty());
    }

    private final class Names extends ListCell<Template> {
        @Override
        protected void updateItem(@Nullable Template template, boolean empty) {
            super.updateItem(template, empty);
            setText(empty || template == null ? null : template.name());
            setAccessibleText(
                    empty || template == null
                            ? null
                            : template.name() + (edited.own().contains(template) ? ", your own" : ", of the house"));
        }
    }
}
