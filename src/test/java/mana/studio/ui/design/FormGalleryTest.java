package mana.studio.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the form in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class FormGalleryTest {
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setScene(new Scene(new StackPane(), 600, 690));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void drawsATable(Theme theme, FxRobot robot) throws IOException {
        TestSession session = new TestSession(TestDatabases.platformSnapshot());
        Table users = session.catalog().get().database().tables().filter(table -> table.name().name().equals("users")).findFirst().orElseThrow();
        TableForm form = show(theme, session, users.id(), robot);
        robot.interact(form::requestFocus);
        picture(theme, "form-users");
    }

    private TableForm show(Theme theme, TestSession session, Identity table, FxRobot robot) {
        robot.interact(() -> {
            TableForm form = new TableForm(session, table, new Highlight(), _ -> new Label("Triggers, privileges, size"));
            Scene scene = new Scene(form, 600, 690);
            theme.apply(scene);
            stage.setScene(scene);
        });
        return (TableForm) stage.getScene().getRoot();
    }

    private void picture(Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(stage));
        Snapshots.write(
                picture,
                Path.of("target/snapshots/%s-%s.png".formatted(name, theme.name().toLowerCase(Locale.ROOT))));
        assertThat(picture.getWidth()).isPositive();
    }
}
