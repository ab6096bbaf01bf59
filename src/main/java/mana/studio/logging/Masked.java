package mana.studio.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/// `%masked(…)` in a log pattern: what the parentheses hold, without its passwords.
final class Masked extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String text) {
        return Mask.passwords(text);
    }
}
