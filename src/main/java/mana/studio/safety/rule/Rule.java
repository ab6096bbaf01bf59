package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// One thing to say about statements.
public interface Rule {
    /// Its name, for people and for configuration: `set-not-null-scan`.
    String id();

    /// What it has to say about a statement; nothing for most.
    Stream<Finding> check(Occasion occasion);

    /// A finding of this rule.
    default Finding finding(Aspect aspect, Severity severity, String message, String help, String source) {
        return new Finding(id(), aspect, severity, message, help, source);
    }
}
