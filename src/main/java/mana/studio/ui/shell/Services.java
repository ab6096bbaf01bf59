package mana.studio.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.JsonFile;

/// The registry of services as the window shows it, kept in a file.
public final class Services {
    private final JsonFile<ServiceRegistry> file;
    private final ReadOnlyObjectWrapper<ServiceRegistry> registry;

    public Services(JsonFile<ServiceRegistry> file) {
        this.file = file;
        this.registry = new ReadOnlyObjectWrapper<>(file.load());
    }

    ReadOnlyObjectProperty<ServiceRegistry> registry() {
        return registry.getReadOnlyProperty();
    }

    JsonFile<ServiceRegistry> file() {
        return file;
    }

    void show(ServiceRegistry changed) {
        registry.set(changed);
    }
}
