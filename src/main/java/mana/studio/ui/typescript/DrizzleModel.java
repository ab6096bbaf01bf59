package mana.studio.ui.typescript;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import mana.studio.design.Design;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Translated;
import mana.studio.drizzle.snapshot.Unmodelled;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.TypeScript;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// An object of the design, or more, as TypeScript.
final class DrizzleModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<SchemaObject> object;
    private final ObjectProperty<Extent> extent = new SimpleObjectProperty<>(Extent.OBJECT);
    private final ObjectProperty<Options> options = new SimpleObjectProperty<>(Options.DEFAULT.withRelations(true));
    private final ReadOnlyObjectWrapper<@Nullable Written> written = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private final Subscription subscription;

    /// How much is written.
    enum Extent {
        OBJECT,
        SCHEMA,
        ALL
    }

    /// @param unsaid what Drizzle has no words for
    record Written(String text, List<Unmodelled> unsaid) {}

    DrizzleModel(Session session, SchemaObject first) {
        this.session = session;
        object = new ReadOnlyObjectWrapper<>(first);
        subscription = Subscription.combine(
                session.designing().design().subscribe(_ -> write()),
                extent.subscribe((_, _) -> write()),
                options.subscribe((_, _) -> write()));
    }

    /// As the design has it.
    ReadOnlyObjectProperty<SchemaObject> object() {
        return object.getReadOnlyProperty();
    }

    ObjectProperty<Extent> extent() {
        return extent;
    }

    ObjectProperty<Options> options() {
        return options;
    }

    /// Null until it was written first.
    ReadOnlyObjectProperty<@Nullable Written> written() {
        return written.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether the design no longer has the object; the text is then the last one.
    ReadOnlyBooleanProperty gone() {
        return gone.getReadOnlyProperty();
    }

    void write() {
        Design design = session.designing().design().get();
        if (design == null) {
            return;
        }
        Optional<SchemaObject> now = design.database().again(object.get());
        gone.set(now.isEmpty());
        now.ifPresent(object::set);
        QualifiedName name = object.get().name();
        Extent wanted = now.isEmpty() && extent.get() == Extent.OBJECT ? null : extent.get();
        if (wanted == null) {
            return;
        }
        String title = "Writing " + name + " as TypeScript";
        Options how = options.get();
        session.background()
                .start(Job.of(title, _ -> write(design.database(), name, wanted, how))
                        .quietly()
                        .superseding(this)
                        .whenDone(text -> {
                            failure.set(null);
                            written.set(text);
                        })
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    private static Written write(Database database, QualifiedName name, Extent extent, Options options) {
        Translated translated = TypeScript.declared(database);
        DrizzleSchema schema = translated.schema();
        Optional<TypeScriptFile> file = switch (extent) {
            case OBJECT -> TypeScript.object(schema, name, options);
            case SCHEMA -> TypeScript.schema(schema, name.schema(), options);
            case ALL -> TypeScript.write(schema, options).stream().findFirst();
        };
        List<Unmodelled> unsaid = translated.unmodelled().stream()
                .filter(each -> switch (extent) {
                    case OBJECT -> each.object().equals(name.toString());
                    case SCHEMA ->
                        each.object().equals(name.schema()) || each.object().startsWith(name.schema() + ".");
                    case ALL -> true;
                })
                .toList();
        return new Written(file.map(TypeScriptFile::text).orElse(""), unsaid);
    }

    void close() {
        subscription.unsubscribe();
    }
}
