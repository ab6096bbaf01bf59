package mana.studio.ui.objects;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.design.template.Templates;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The templates for new tables, as they are kept in their file.
public final class TemplateStore {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateStore.class);

    private final JsonFile<Templates> file;
    private final Background background;
    private final ReadOnlyObjectWrapper<Templates> templates = new ReadOnlyObjectWrapper<>(Templates.NONE_OF_OWN);

    public TemplateStore(Places places, Background background) {
        file = Templates.file(places);
        this.background = background;
        reload(() -> {});
    }

    ReadOnlyObjectProperty<Templates> templates() {
        return templates.getReadOnlyProperty();
    }

    String path() {
        return file.path().toString();
    }

    /// Reads the file again: a person may have edited it.
    void reload(Runnable then) {
        background.start(Job.of("Reading the templates", _ -> file.load())
                .quietly()
                .superseding(this)
                .whenDone(read -> {
                    templates.set(read);
                    then.run();
                })
                .whenFailed(failure -> {
                    LOG.error("The templates cannot be read", failure);
                    then.run();
                }));
    }

    void save(Templates changed) {
        templates.set(changed);
        background.start(Job.of("Saving the templates", _ -> {
                    file.save(changed);
                    return changed;
                })
                .whenFailed(failure -> LOG.error("The templates cannot be saved", failure)));
    }
}
