package mana.studio.safety.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.plan.Statement;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Pace;
import mana.studio.safety.Touched;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// What statements do to relations, in words.
public final class EffectWords {
    /// What must run by itself.
    public static final String OUTSIDE = "Runs outside of a transaction, and is committed by itself";

    /// So many names are said; the rest is counted.
    private static final int NAMES = 3;

    private EffectWords() {}

    /// `Loses data: all values of auth.users.name`; null where nothing can be lost.
    public static @Nullable String loss(Statement statement) {
        return statement.loss() == null ? null : "Loses data: " + statement.loss();
    }

    /// In the words of the documentation: `Locks app.users ACCESS EXCLUSIVE; rewrites app.users; reads all of
    /// app.orders`. Locks that stop nobody are left out, and that a table is read to be rewritten.
    public static String technical(Effects effects) {
        List<String> parts = new ArrayList<>();
        String locks = effects.locks().entrySet().stream()
                .filter(entry -> isNoticed(entry.getKey(), entry.getValue()))
                .map(entry ->
                        name(entry.getKey().name()) + " " + entry.getValue().sql())
                .collect(Collectors.joining(", "));
        add(parts, "locks ", locks);
        add(parts, "rewrites ", quoted(effects.rewritten()));
        add(parts, "reads all of ", quoted(onlyRead(effects)));
        String text = String.join("; ", parts);
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Who waits, in plain words, those that stop most first: `Blocks reads and writes of auth.users`.
    public static List<String> blocked(Effects effects) {
        List<String> lines = new ArrayList<>();
        line(lines, "Blocks reads and writes of ", effects, Wait.READS);
        line(lines, "Blocks writes of ", effects, Wait.WRITES);
        line(lines, "Blocks only other schema changes of ", effects, Wait.CHANGES);
        return lines;
    }

    /// `Rewrites auth.users, 2.1 GB`; empty where no table is written anew.
    public static String rewritten(Effects effects, Map<QualifiedName, RelationSize> sizes) {
        return sized("Rewrites ", effects.rewritten(), sizes);
    }

    /// `Reads all of events.page_views, 2.1 GB`; empty where no table is read from end to end, other than to be
    /// rewritten.
    public static String read(Effects effects, Map<QualifiedName, RelationSize> sizes) {
        return sized("Reads all of ", onlyRead(effects), sizes);
    }

    /// About how long it takes: `seconds`.
    public static String pace(Pace pace) {
        return switch (pace) {
            case INSTANT -> "instant";
            case SECONDS -> "seconds";
            case MINUTES -> "minutes";
            case HOURS -> "hours";
            case UNKNOWN -> "time unknown";
        };
    }

    /// A name as a statement writes it.
    public static String name(QualifiedName name) {
        return Identifier.quote(name.schema(), name.name());
    }

    /// Names for people, at most three of them.
    static String names(Collection<QualifiedName> names) {
        String said = names.stream().limit(NAMES).map(QualifiedName::toString).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? said : said + " and " + (names.size() - NAMES) + " more";
    }

    /// Who waits at a relation.
    enum Wait {
        READS,
        WRITES,
        CHANGES
    }

    /// The relations at which some wait.
    static List<QualifiedName> waitedFor(Effects effects, Wait wait) {
        return effects.locks().entrySet().stream()
                .filter(lock -> isNoticed(lock.getKey(), lock.getValue()) && wait(lock.getValue()) == wait)
                .map(lock -> lock.getKey().name())
                .distinct()
                .toList();
    }

    private static Wait wait(LockMode mode) {
        return mode.blocksReads() ? Wait.READS : mode.blocksWrites() ? Wait.WRITES : Wait.CHANGES;
    }

    private static boolean isNoticed(Touched relation, LockMode mode) {
        return mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0 && relation.kind() != Touched.Kind.INDEX;
    }

    private static void line(List<String> lines, String words, Effects effects, Wait wait) {
        List<QualifiedName> names = waitedFor(effects, wait);
        if (!names.isEmpty()) {
            lines.add(words + names(names));
        }
    }

    private static Set<Touched> onlyRead(Effects effects) {
        Set<Touched> read = new LinkedHashSet<>(effects.scanned());
        read.removeAll(effects.rewritten());
        return read;
    }

    private static String sized(String words, Set<Touched> touched, Map<QualifiedName, RelationSize> sizes) {
        List<QualifiedName> names = tables(touched);
        if (names.isEmpty()) {
            return "";
        }
        long bytes = names.stream()
                .map(sizes::get)
                .filter(size -> size != null && size.rows() >= 0)
                .mapToLong(RelationSize::bytes)
                .sum();
        return words + names(names) + (bytes == 0 ? "" : ", " + bytes(bytes) + (names.size() == 1 ? "" : " together"));
    }

    private static List<QualifiedName> tables(Set<Touched> touched) {
        return touched.stream()
                .filter(one -> one.kind() != Touched.Kind.INDEX)
                .map(Touched::name)
                .distinct()
                .toList();
    }

    private static String quoted(Set<Touched> touched) {
        return tables(touched).stream().map(EffectWords::name).collect(Collectors.joining(", "));
    }

    private static void add(List<String> parts, String word, String names) {
        if (!names.isEmpty()) {
            parts.add(word + names);
        }
    }

    /// As `pg_size_pretty` steps, with a decimal below ten.
    static String bytes(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB", "PB"};
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < units.length - 1) {
            amount /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || amount >= 10 || amount == Math.rint(amount);
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", amount, units[unit]);
    }
}
