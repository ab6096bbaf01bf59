package mana.studio.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogCache;
import mana.studio.connection.Profiles;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.FxBackground;
import mana.studio.ui.shell.Demo;
import mana.studio.ui.shell.MainWindow;
import mana.studio.ui.shell.Parts;
import mana.studio.ui.shell.Services;
import mana.studio.ui.shell.WindowState;
import mana.studio.ui.tour.Tour;
import org.jspecify.annotations.Nullable;

/// The window's program: puts its parts together. With the parameter `--tour=FOLDER` it visits its own screens and
/// ends; with `--size=1920x1080` its window has that size.
public final class StudioApp extends Application {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private @Nullable Parts parts;
    private @Nullable MainWindow window;
    private int exitCode;

    @Override
    public void start(Stage stage) {
        stage.getIcons().addAll(icons());
        String tour = getParameters().getNamed().get("tour");
        Parts assembled = assemble(Places.ofUser(), tour != null);
        MainWindow shown = new MainWindow(assembled, stage);
        parts = assembled;
        window = shown;
        stage.show();
        resize(stage, getParameters().getNamed().getOrDefault("size", ""));
        if (tour == null) {
            shown.opener().begin(System.getenv());
        } else {
            Tour.run(shown, assembled.background(), Path.of(tour), missed -> {
                exitCode = missed == 0 ? 0 : 1;
                Platform.exit();
            });
        }
    }

    /// @param size `1920x1080`; empty to leave it as it is
    private static void resize(Stage stage, String size) {
        String[] measures = size.split("x");
        if (measures.length == 2) {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(Double.parseDouble(measures[0]));
            stage.setHeight(Double.parseDouble(measures[1]));
        }
    }

    /// @param visiting on the tour: what it does to the window is forgotten
    private static Parts assemble(Places places, boolean visiting) {
        return new Parts(
                places,
                new FxBackground(),
                new Profiles(places),
                new Demo(places),
                new CatalogCache(places),
                new Services(new JsonFile<>(
                        places.config().resolve("services.json"), ServiceRegistry.class, ServiceRegistry.MANA)),
                visiting ? WindowState.temporary() : WindowState.file(places));
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .flatMap(size -> Stream.ofNullable(StudioApp.class.getResource("icon-" + size + ".png")))
                .map(url -> new Image(Objects.requireNonNull(url).toExternalForm()))
                .toList();
    }

    @Override
    public void stop() throws Exception {
        MainWindow open = window;
        Parts used = parts;
        if (open != null && used != null) {
            open.close();
            used.background().close();
            used.demo().close();
        }
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
