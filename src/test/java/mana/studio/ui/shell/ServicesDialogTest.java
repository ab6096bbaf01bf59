package mana.studio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.ServiceRegistry.Service;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ServicesDialogTest {
    @TempDir
    private Path folder = Path.of("");

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setScene(new Scene(new StackPane(), 900, 600));
        stage.show();
    }

    @Test
    void registersTheServiceOfASchema(FxRobot robot) throws Exception {
        JsonFile<ServiceRegistry> file =
                new JsonFile<>(folder.resolve("services.json"), ServiceRegistry.class, ServiceRegistry.MANA);
        Services services = new Services(file);
        Platform.runLater(
                () -> ServicesDialog.register(stage, services, new TestSession(null).background(), "event_log"));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup("#services .text-field").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();

        TextField name = robot.lookup("#services .text-field").query();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, name::isFocused);
        assertThat(name.getSelectedText()).isEqualTo("mana-event-log");
        robot.clickOn(name).push(KeyCode.CONTROL, KeyCode.A).write("mana-log", 0);
        assertThat(name.getText()).isEqualTo("mana-log");
        robot.type(KeyCode.ENTER).clickOn("Save");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(services.registry().get().ownerOf("event_log")).contains("mana-log");
        assertThat(services.registry().get().services())
                .hasSize(ServiceRegistry.MANA.services().size() + 1)
                .endsWith(new Service("mana-log", List.of("event_log")));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> file.load().ownerOf("event_log").isPresent());
    }
}
