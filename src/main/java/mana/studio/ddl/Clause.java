package mana.studio.ddl;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SequenceOptions;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// The small parts that several statements share.
final class Clause {
    private static final Pattern BARE = Pattern.compile("-?\\d+(\\.\\d+)?|true|false|on|off");

    private Clause() {}

    static String name(QualifiedName name) {
        return Identifier.quote(name.schema(), name.name());
    }

    /// The name of a collation, operator class …: those of the system need no schema.
    static String systemName(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? Identifier.quote(name.name()) : name(name);
    }

    /// `(a, b)`.
    static String columns(Collection<String> columns) {
        return columns.stream().map(Identifier::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    static String literal(String text) {
        return Literal.quote(text).strip();
    }

    /// ` WITH (fillfactor = 70)`; empty without options.
    static String with(List<String> options) {
        return options.isEmpty() ? "" : " WITH " + settings(options);
    }

    /// `(fillfactor = 70, toast.autovacuum_enabled = false)`, of `name=value`.
    static String settings(List<String> options) {
        return options.stream().map(Clause::setting).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String setting(String option) {
        int equals = option.indexOf('=');
        String name = option.substring(0, equals);
        String value = option.substring(equals + 1);
        String quoted = name.startsWith("toast.")
                ? Identifier.quote("toast", name.substring("toast.".length()))
                : Identifier.quote(name);
        return quoted + " = " + (BARE.matcher(value).matches() ? value : literal(value));
    }

    /// ` OPTIONS (filename '/tmp/x')`, of `name=value`; empty without options.
    static String foreignOptions(List<String> options) {
        return options.isEmpty()
                ? ""
                : options.stream()
                        .map(option -> Identifier.quote(option.substring(0, option.indexOf('='))) + " "
                                + literal(option.substring(option.indexOf('=') + 1)))
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    static String tablespace(@Nullable String tablespace) {
        return tablespace == null ? "" : " TABLESPACE " + Identifier.quote(tablespace);
    }

    static String collate(@Nullable QualifiedName collation) {
        return collation == null ? "" : " COLLATE " + systemName(collation);
    }

    /// What a sequence's options say beyond the defaults of its type, such as ` START WITH 5 CACHE 3`.
    static String counting(SequenceOptions options) {
        boolean ascending = options.increment() > 0;
        long most = most(options.type());
        long minimum = ascending ? 1 : -most - 1;
        long maximum = ascending ? most : -1;
        StringBuilder clause = new StringBuilder();
        if (options.start() != (ascending ? options.minimum() : options.maximum())) {
            clause.append(" START WITH ").append(options.start());
        }
        if (options.increment() != 1) {
            clause.append(" INCREMENT BY ").append(options.increment());
        }
        if (options.minimum() != minimum) {
            clause.append(" MINVALUE ").append(options.minimum());
        }
        if (options.maximum() != maximum) {
            clause.append(" MAXVALUE ").append(options.maximum());
        }
        if (options.cache() != 1) {
            clause.append(" CACHE ").append(options.cache());
        }
        return clause + (options.cycle() ? " CYCLE" : "");
    }

    private static long most(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
