package mana.studio.ui.objects;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import mana.studio.design.Edits;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.TypeScript;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts objects on the clipboard as Drizzle's TypeScript.
final class CodeCopies {
    private static final Logger LOG = LoggerFactory.getLogger(CodeCopies.class);
    private static final Options OPTIONS = Options.DEFAULT.withRelations(true);

    private final Background background;

    CodeCopies(Background background) {
        this.background = background;
    }

    void copy(Identity thing, Database database) {
        background.start(Job.of("Writing TypeScript", _ -> text(thing, database))
                .quietly()
                .superseding(this)
                .whenDone(text -> text.ifPresent(CodeCopies::copy))
                .whenFailed(failure -> LOG.error("Nothing was copied", failure)));
    }

    private static Optional<String> text(Identity thing, Database database) {
        DrizzleSchema schema = TypeScript.declared(database).schema();
        return Edits.object(database, thing)
                .flatMap(object -> TypeScript.object(schema, object.name(), OPTIONS))
                .or(() -> Edits.schema(database, thing)
                        .flatMap(found -> TypeScript.schema(schema, found.name(), OPTIONS)))
                .map(TypeScriptFile::text);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
