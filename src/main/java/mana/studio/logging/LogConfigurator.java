package mana.studio.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import mana.studio.settings.Places;

/// Sends everything that is logged to {@link #file}, and nothing to the console, which belongs to the commands. Logback
/// finds it as a service at the first use of a logger; a `logback.xml` would do the same and cost the start its parser.
///
/// The files are bounded: a new one each day and at 5 MB, 14 days, 50 MB in all.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    private static final String PATTERN =
            "%date{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %masked(%message%n%exception)";
    private static final FileSize FILE_LIMIT = FileSize.valueOf("5MB");
    private static final FileSize TOTAL_LIMIT = FileSize.valueOf("50MB");
    private static final int DAYS = 14;

    private final Path file;

    /// For Logback.
    public LogConfigurator() {
        this(file());
    }

    LogConfigurator(Path file) {
        this.file = file;
    }

    /// The log file of the person who runs the studio.
    public static Path file() {
        return Places.ofUser().state().resolve("logs").resolve("mana-studio.log");
    }

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        loggers.getStatusManager().add(LogConfigurator::complain);
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(rollingFile(loggers));
        JavaLogging.sendTo(loggers);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private RollingFileAppender<ILoggingEvent> rollingFile(LoggerContext loggers) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(loggers);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder(loggers));
        appender.setRollingPolicy(rolling(loggers, appender));
        appender.start();
        return appender;
    }

    private SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(
            LoggerContext loggers, RollingFileAppender<ILoggingEvent> appender) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(loggers);
        policy.setParent(appender);
        policy.setFileNamePattern(file.resolveSibling("mana-studio.%d.%i.log.gz").toString());
        policy.setMaxFileSize(FILE_LIMIT);
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(TOTAL_LIMIT);
        policy.start();
        return policy;
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext loggers) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(loggers);
        layout.getInstanceConverterMap().put("masked", Masked::new);
        layout.setPattern(PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(loggers);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    /// A log that cannot be written is said on stderr. Logback's own way would be stdout, where JSON may be expected.
    private static void complain(Status status) {
        if (status.getLevel() >= Status.ERROR) {
            System.err.println("mana-studio: log: " + status.getMessage());
        }
    }
}
