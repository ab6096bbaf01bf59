package mana.studio.ui.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.PendingChange;
import mana.studio.design.PendingChanges;
import mana.studio.design.Revert;
import mana.studio.design.Revert.Reverted;
import mana.studio.design.Sketch;
import mana.studio.design.template.SavedTable;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.ui.kit.DesignCommands;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The commands that design objects, each with the question it needs.
public final class ObjectCommands implements DesignCommands {
    private final Designs designs;
    private final TemplateStore templates;
    private final CodeCopies copies;
    private final Supplier<@Nullable Window> owner;

    /// @param owner the window that questions belong to; null while there is none: then nothing is asked
    public ObjectCommands(Session session, TemplateStore templates, Supplier<@Nullable Window> owner) {
        this.designs = new Designs(session);
        this.copies = new CodeCopies(session.background());
        this.templates = templates;
        this.owner = owner;
    }

    @Override
    public void create(Kind kind, @Nullable String schema) {
        Window window = owner.get();
        if (window == null || designs.now().isEmpty()) {
            return;
        }
        String where = designs.schemaOr(schema);
        NewObjectDialogs dialogs = new NewObjectDialogs(designs, window);
        switch (kind) {
            case TABLE ->
                templates.reload(
                        () -> NewTableDialog.ask(designs, templates.templates().get(), where, window));
            case VIEW -> dialogs.view(where);
            case ENUM -> dialogs.enumeration(where);
            case SEQUENCE -> dialogs.sequence(where);
        }
    }

    @Override
    public void createSchema() {
        Window window = owner.get();
        if (window != null && designs.now().isPresent()) {
            new NewObjectDialogs(designs, window).schema();
        }
    }

    @Override
    public void rename(Identity thing) {
        Window window = owner.get();
        if (window != null) {
            ChangeDialogs dialogs = new ChangeDialogs(designs, window);
            designs.object(thing).filter(object -> !(object instanceof Routine)).ifPresent(dialogs::rename);
            designs.schema(thing).ifPresent(dialogs::rename);
        }
    }

    @Override
    public void move(Identity object) {
        Window window = owner.get();
        if (window != null) {
            designs.object(object)
                    .filter(found -> !(found instanceof Routine))
                    .ifPresent(new ChangeDialogs(designs, window)::move);
        }
    }

    @Override
    public void drop(List<Identity> things) {
        Window window = owner.get();
        if (window != null) {
            new ChangeDialogs(designs, window).drop(things);
        }
    }

    @Override
    public void copyAsTypeScript(Identity thing) {
        designs.now().ifPresent(database -> copies.copy(thing, database));
    }

    @Override
    public void duplicate(Identity table) {
        Window window = owner.get();
        if (window != null) {
            table(table).ifPresent(new ChangeDialogs(designs, window)::duplicate);
        }
    }

    @Override
    public void saveAsTemplate(Identity table) {
        Window window = owner.get();
        if (window != null) {
            table(table).ifPresent(found -> saveAsTemplate(found, window));
        }
    }

    /// Shows the templates, a person's own to be edited: a page of the settings.
    public void editTemplates() {
        Window window = owner.get();
        if (window != null) {
            templates.reload(() -> TemplatesDialog.show(templates, window));
        }
    }

    private Optional<Table> table(Identity id) {
        return designs.object(id).filter(Table.class::isInstance).map(Table.class::cast);
    }

    private void saveAsTemplate(Table table, Window window) {
        TextField name = new TextField("Like " + table.name().name());
        List<String> leftOut = SavedTable.of("", table).leftOut();
        Label note = Ask.words(
                leftOut.isEmpty() ? "" : "Not part of a template: " + String.join(", ", leftOut) + ".", "muted");
        note.setManaged(!leftOut.isEmpty());
        Label replaces = Ask.words("", "advice");
        name.textProperty().subscribe(typed -> {
            boolean taken = templates.templates().get().own().stream()
                    .anyMatch(one -> one.name().equals(typed.strip()));
            replaces.setText(taken ? "It takes the place of the template of that name." : "");
            replaces.setManaged(taken);
        });
        VBox content = Ask.column(Ask.named("Name of the template", name), replaces, note);
        new AskDialog(window, "Save table " + table.name() + " as template", "Save template")
                .asking(content)
                .wide(460)
                .only(name.textProperty().map(String::strip).map(typed -> !typed.isEmpty()))
                .show(
                        name,
                        () -> templates.save(templates
                                .templates()
                                .get()
                                .with(SavedTable.of(name.getText().strip(), table)
                                        .template())));
    }

    @Override
    public void revert(Identity thing) {
        Design design = designs.designing().design().get();
        if (design == null) {
            return;
        }
        String words = designs.words(thing).orElse("dropped object");
        Reverted reverted = reverted(design.base(), design.current(), thing);
        Edit edit = new Edit(
                "Revert " + words,
                null,
                sketch -> reverted(design.base(), sketch, thing).sketch());
        Window window = owner.get();
        if (reverted.along().isEmpty() || window == null) {
            designs.designing().edit(edit);
            return;
        }
        VBox content = Ask.column(Ask.words("This goes or comes back with it:", "strong"));
        reverted.along().forEach(line -> content.getChildren().add(Ask.words(line, "muted")));
        new AskDialog(window, "Revert " + words + "?", "Revert")
                .asking(content)
                .wide(480)
                .show(null, () -> designs.designing().edit(edit));
    }

    /// Without all that is pending for a thing and its parts.
    private static Reverted reverted(Database base, Sketch sketch, Identity thing) {
        List<String> along = new ArrayList<>();
        Sketch now = sketch.with(database -> homecoming(base, database, thing));
        List<PendingChange> left = changesOf(base, now, thing);
        while (!left.isEmpty()) {
            Reverted one = Revert.of(base, now, left.getFirst());
            now = one.sketch();
            along.addAll(one.along());
            List<PendingChange> next = changesOf(base, now, thing);
            if (next.size() >= left.size()) {
                break;
            }
            left = next;
        }
        return new Reverted(now, along.stream().distinct().toList());
    }

    /// What was moved into a schema that goes does not go with it: it moves back first.
    private static Database homecoming(Database base, Database design, Identity schema) {
        Database now = design;
        if (Edits.schema(base, schema).isEmpty()) {
            List<SchemaObject> guests = Edits.schema(design, schema).stream()
                    .flatMap(Schema::objects)
                    .toList();
            for (SchemaObject guest : guests) {
                String home = Edits.object(base, guest.id())
                        .flatMap(object -> base.schema(object.name().schema()))
                        .flatMap(before -> Edits.schema(design, before.id()))
                        .map(Schema::name)
                        .orElse(null);
                now = home == null ? now : Edits.move(now, guest.id(), home);
            }
        }
        return now;
    }

    private static List<PendingChange> changesOf(Database base, Sketch sketch, Identity thing) {
        return PendingChanges.of(base, sketch).stream()
                .filter(change -> change.object().same(thing))
                .toList();
    }
}
