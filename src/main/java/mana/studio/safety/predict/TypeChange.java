package mana.studio.safety.predict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.schema.DomainType;

/// What becomes of stored values when a column's type changes: `ATColumnChangeRequiresRewrite` (`tablecmds.c`), the
/// casts
/// of `pg_cast.dat`, and the functions that drop a cast to a longer length (`varchar_support`, `numeric_support`,
/// `varbit_support`, `TemporalSimplify`).
final class TypeChange {
    private static final Set<String> IDENTIFIERS = Set.of(
            "oid",
            "regproc",
            "regprocedure",
            "regoper",
            "regoperator",
            "regclass",
            "regtype",
            "regconfig",
            "regdictionary",
            "regrole",
            "regnamespace",
            "regcollation");
    private static final Set<String> TEMPORAL = Set.of("time", "timetz", "timestamp", "timestamptz", "interval");
    /// Casts that an assignment makes, beside those among numbers and those to and from text.
    private static final Set<List<String>> ASSIGNED = Set.of(
            List.of("date", "timestamp"),
            List.of("date", "timestamptz"),
            List.of("timestamp", "date"),
            List.of("timestamp", "time"),
            List.of("timestamp", "timestamptz"),
            List.of("timestamptz", "date"),
            List.of("timestamptz", "time"),
            List.of("timestamptz", "timestamp"),
            List.of("timestamptz", "timetz"),
            List.of("time", "interval"),
            List.of("time", "timetz"),
            List.of("timetz", "time"),
            List.of("interval", "time"),
            List.of("json", "jsonb"),
            List.of("jsonb", "json"),
            List.of("inet", "cidr"),
            List.of("cidr", "inet"),
            List.of("bit", "varbit"),
            List.of("varbit", "bit"),
            List.of("int4", "money"),
            List.of("int8", "money"),
            List.of("numeric", "money"),
            List.of("money", "numeric"),
            List.of("macaddr", "macaddr8"),
            List.of("macaddr8", "macaddr"),
            List.of("int2", "oid"),
            List.of("int4", "oid"),
            List.of("int8", "oid"),
            List.of("oid", "int4"),
            List.of("oid", "int8"));
    /// Casts that change nothing: `castmethod` b.
    private static final Set<List<String>> SAME_BYTES = Set.of(
            List.of("text", "varchar"),
            List.of("varchar", "text"),
            List.of("text", "bpchar"),
            List.of("varchar", "bpchar"),
            List.of("text", "citext"),
            List.of("varchar", "citext"),
            List.of("citext", "text"),
            List.of("citext", "varchar"),
            List.of("cidr", "inet"),
            List.of("bit", "varbit"),
            List.of("varbit", "bit"),
            List.of("int4", "oid"),
            List.of("oid", "int4"),
            List.of("xml", "text"),
            List.of("xml", "varchar"),
            List.of("xml", "bpchar"));

    private final Ground ground;

    TypeChange(Ground ground) {
        this.ground = ground;
    }

    /// Whether values of one type go into a column of another without a word.
    boolean isAssignable(SqlType from, SqlType to) {
        SqlType old = base(from);
        SqlType wanted = base(to);
        if (old.plain().equals(wanted.plain())) {
            return true;
        }
        if (old.array() || wanted.array()) {
            return wanted.isText() || (old.array() && wanted.array() && isAssignable(old.element(), wanted.element()));
        }
        boolean known = old.named() == null && wanted.named() == null;
        return (old.isNumber() && wanted.isNumber())
                || wanted.isText()
                || (known && ASSIGNED.contains(List.of(old.name(), wanted.name())))
                || isIdentifierPair(old, wanted);
    }

    /// Whether the stored values must be written anew, or at least read and checked, which the server does in one.
    boolean rewrites(SqlType from, SqlType to) {
        if (hasConstraints(to) && !to.equals(from)) {
            return true;
        }
        SqlType old = base(from);
        SqlType wanted = base(to);
        if (old.equals(wanted)) {
            return false;
        }
        if (old.array() || wanted.array()) {
            return true;
        }
        if (!old.plain().equals(wanted.plain()) && !isSameBytes(old, wanted)) {
            return true;
        }
        return narrows(old, wanted);
    }

    /// Whether an index on the column can keep its file where the table keeps its own: the operators must be the same.
    boolean keepsIndexes(SqlType from, SqlType to) {
        SqlType old = base(from);
        SqlType wanted = base(to);
        return old.plain().equals(wanted.plain())
                || (isTextual(old) && isTextual(wanted))
                || (isNetwork(old) && isNetwork(wanted));
    }

    private static boolean isTextual(SqlType type) {
        return type.is("text") || type.is("varchar");
    }

    private static boolean isNetwork(SqlType type) {
        return type.is("inet") || type.is("cidr");
    }

    private boolean isSameBytes(SqlType old, SqlType wanted) {
        boolean zones = List.of(old.name(), wanted.name()).equals(List.of("timestamp", "timestamptz"))
                || List.of(old.name(), wanted.name()).equals(List.of("timestamptz", "timestamp"));
        return (zones && ground.situation().utc())
                || SAME_BYTES.contains(List.of(old.name(), wanted.name()))
                || isIdentifierPair(old, wanted);
    }

    private static boolean isIdentifierPair(SqlType old, SqlType wanted) {
        boolean both = IDENTIFIERS.contains(old.name()) && IDENTIFIERS.contains(wanted.name());
        return both && (old.is("oid") || wanted.is("oid"));
    }

    /// Whether a value may be too long or too precise for the new modifier.
    private static boolean narrows(SqlType old, SqlType wanted) {
        if (wanted.modifiers().isEmpty() && wanted.fields().isEmpty()) {
            return false;
        }
        boolean same = old.plain().equals(wanted.plain());
        return switch (wanted.name()) {
            case "varchar", "varbit" -> old.modifier() < 0 || old.modifier() > wanted.modifier();
            case "numeric" ->
                !same || old.modifiers().isEmpty() || scale(old) != scale(wanted) || old.modifier() > wanted.modifier();
            default -> TEMPORAL.contains(wanted.name()) ? !isFiner(old, wanted) : !same || !old.equals(wanted);
        };
    }

    private static int scale(SqlType numeric) {
        return numeric.modifiers().size() > 1 ? numeric.modifiers().get(1) : 0;
    }

    /// Six digits are all there are.
    private static boolean isFiner(SqlType old, SqlType wanted) {
        boolean fields = wanted.fields().isEmpty() || wanted.fields().equals(old.fields());
        int digits = wanted.modifiers().isEmpty() ? 6 : wanted.modifier();
        int before = old.modifiers().isEmpty() ? 6 : old.modifier();
        return fields && digits >= before;
    }

    /// The type below a domain, and below that.
    SqlType base(SqlType type) {
        Optional<DomainType> domain = domain(type);
        return domain.isPresent() && !type.array()
                ? base(SqlType.of(domain.get().baseType()))
                : type;
    }

    /// Whether it is a domain that forbids something, by itself or below.
    boolean hasConstraints(SqlType type) {
        return !type.array()
                && domain(type)
                        .map(domain -> domain.notNull()
                                || !domain.checks().isEmpty()
                                || hasConstraints(SqlType.of(domain.baseType())))
                        .orElse(false);
    }

    private Optional<DomainType> domain(SqlType type) {
        return type.named() == null ? Optional.empty() : ground.domain(type.named());
    }
}
