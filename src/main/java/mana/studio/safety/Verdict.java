package mana.studio.safety;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.safety.Finding.Aspect;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What is said about one statement of a script.
///
/// @param statement   the statement
/// @param recognition how far it was understood
/// @param command     what it is, in the words of the documentation: `ALTER TABLE`; empty where it was not understood
/// @param effects     what it does to relations that were there before the script: those that the script has made
///                    itself are nobody else's yet
/// @param held        locks of SHARE UPDATE EXCLUSIVE or more that earlier statements of the same transaction still
///                    hold
/// @param pace        about how long it works
/// @param doubts      what could not be known and was assumed
/// @param findings    the worst first
public record Verdict(
        SqlStatement statement,
        Recognition recognition,
        String command,
        Effects effects,
        Map<Touched, LockMode> held,
        Pace pace,
        List<String> doubts,
        List<Finding> findings) {
    public Verdict {
        held = Map.copyOf(held);
        doubts = List.copyOf(doubts);
        findings = List.copyOf(findings);
    }

    /// How far a statement was understood.
    public enum Recognition {
        /// Its effects are known, up to the doubts that are named.
        KNOWN,
        /// PostgreSQL's grammar knows it, the rules here do not, or it runs code of its own.
        UNKNOWN,
        /// The grammar refuses it.
        SYNTAX_ERROR,
        /// It is no statement for the server: a command of psql, or rows of COPY.
        NOT_SQL
    }

    /// Who waits because of it.
    public Set<Blocked> blocked() {
        EnumSet<Blocked> blocked = EnumSet.noneOf(Blocked.class);
        effects.locks().values().forEach(mode -> blocked.addAll(Blocked.by(mode)));
        return blocked;
    }

    /// What its findings say about one aspect.
    public Stream<Finding> about(Aspect aspect) {
        return findings.stream().filter(finding -> finding.aspect() == aspect);
    }

    /// The severity of the worst finding; null where there is none.
    public @Nullable Severity severity() {
        return findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(null);
    }

    public boolean losesData() {
        return about(Aspect.LOSES_DATA).findAny().isPresent();
    }
}
