package mana.studio.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import mana.studio.settings.Places;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogConfiguratorTest {
    @TempDir
    private Path folder;

    private final LoggerContext loggers = new LoggerContext();
    private Path file;

    @BeforeEach
    void configure() {
        loggers.setMDCAdapter(new LogbackMDCAdapter()); // a context of SLF4J's own making has one
        file = folder.resolve("logs/mana-studio.log");
        new LogConfigurator(file).configure(loggers);
    }

    @AfterEach
    void closeTheFile() {
        loggers.stop();
        JavaLogging.sendTo((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    @Test
    void isWhatLoggingInThisProgramUses() {
        LoggerFactory.getLogger(getClass()).info("Written by {}", getClass().getSimpleName());

        Path expected = Places.ofUser().state().resolve("logs/mana-studio.log");
        assertThat(LogConfigurator.file()).isEqualTo(expected);
        assertThat(expected).content().contains("INFO", "Written by LogConfiguratorTest");
    }

    @Test
    void masksPasswordsInMessagesArgumentsAndExceptions() {
        Exception cause = new SQLException("no route to postgres://ann:s3cret@db/app");
        loggers.getLogger("test").warn("Connecting with password={}", "s3cret", new IllegalStateException(cause));

        assertThat(file).content().contains("password=•••", "postgres://ann:•••@db/app").doesNotContain("s3cret");
    }

    @Test
    void writesAStackTraceOnce() throws IOException {
        loggers.getLogger("test").error("Failed", new IllegalStateException("twice"));

        assertThat(Files.readString(file)).containsOnlyOnce("IllegalStateException: twice");
    }

    @Test
    void takesWhatJavaFxAndThePgDriverSay() {
        java.util.logging.Logger.getLogger("javafx.css").warning("Could not resolve a color");
        java.util.logging.Logger.getLogger("org.postgresql").fine("Too much to keep");

        assertThat(file).content().contains("WARN", "javafx.css - Could not resolve a color").doesNotContain("Too much");
    }
}
