package mana.studio.ui.shell;

import mana.studio.catalog.CatalogCache;
import mana.studio.connection.Profiles;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.FxBackground;

/// What the window is made of, put together in one place by the application.
public record Parts(
        Places places,
        FxBackground background,
        Profiles profiles,
        Demo demo,
        CatalogCache remembered,
        Services services,
        JsonFile<WindowState> windowState) {}
