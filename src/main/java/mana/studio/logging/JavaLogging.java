package mana.studio.logging;

import ch.qos.logback.classic.LoggerContext;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Takes what JavaFX and pgjdbc say through `java.util.logging`, which prints it on stderr, into the log as well.
final class JavaLogging extends Handler {
    private static final Formatter FORMATTER = new SimpleFormatter();
    private final LoggerContext loggers;

    private JavaLogging(LoggerContext loggers) {
        this.loggers = loggers;
    }

    static void sendTo(LoggerContext loggers) {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler console : root.getHandlers()) {
            root.removeHandler(console);
        }
        root.addHandler(new JavaLogging(loggers));
    }

    @Override
    public void publish(LogRecord line) {
        String name = line.getLoggerName();
        loggers.getLogger(name == null ? "java" : name)
                .atLevel(level(line.getLevel()))
                .setCause(line.getThrown())
                .log(FORMATTER.formatMessage(line));
    }

    private static org.slf4j.event.Level level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return org.slf4j.event.Level.WARN;
        }
        return level.intValue() >= Level.INFO.intValue() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
