package mana.studio.drizzle.migrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mana.studio.drizzle.migrate.Foreseen.Gravity;
import mana.studio.drizzle.migrate.Foreseen.Kind;
import mana.studio.safety.Effects;
import mana.studio.safety.Finding;
import mana.studio.safety.Pace;
import mana.studio.safety.Verdict;
import mana.studio.statement.Node;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What of the verdicts on single statements decides over a run.
final class Verdicts {
    static final String OUTSIDE = "not-in-transaction";
    static final String ENUM_VALUE = "enum-value-used-in-its-transaction";
    static final String VALIDATE = "validate-in-same-transaction";

    private static final Map<String, Kind> KINDS = Map.of(
            OUTSIDE,
            Kind.NOT_IN_TRANSACTION,
            ENUM_VALUE,
            Kind.ENUM_VALUE,
            VALIDATE,
            Kind.VALIDATE,
            "transaction-in-script",
            Kind.TRANSACTION_CONTROL,
            "syntax-error",
            Kind.SYNTAX,
            "server-refuses",
            Kind.REFUSED);

    private Verdicts() {}

    /// A statement that nobody has looked at yet.
    static Verdict unread(SqlStatement statement) {
        return new Verdict(
                statement, Verdict.Recognition.UNKNOWN, "", Effects.NONE, Map.of(), Pace.UNKNOWN, List.of(), List.of());
    }

    static boolean says(Verdict verdict, String rule) {
        return verdict.findings().stream().anyMatch(finding -> finding.ruleId().equals(rule));
    }

    static List<Foreseen> foreseen(String tag, Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> KINDS.containsKey(finding.ruleId()))
                .map(finding -> foreseen(tag, verdict, finding))
                .toList();
    }

    private static Foreseen foreseen(String tag, Verdict verdict, Finding finding) {
        Kind kind = KINDS.getOrDefault(finding.ruleId(), Kind.REFUSED);
        Gravity gravity = switch (kind) {
            // A refusal that was predicted from the catalog may be mistaken; the others are the grammar's word.
            case VALIDATE, TRANSACTION_CONTROL, REFUSED -> Gravity.WARNING;
            case NOT_IN_TRANSACTION, ENUM_VALUE, MIGRATIONS_SCHEMA, SYNTAX, SKIPPED, NO_TIME, HALF_DONE ->
                Gravity.FAILS;
        };
        return new Foreseen(
                kind, gravity, tag, verdict.statement().line(), state(kind), finding.message(), finding.help());
    }

    private static @Nullable String state(Kind kind) {
        return switch (kind) {
            case NOT_IN_TRANSACTION -> "25001";
            case ENUM_VALUE -> "55P04";
            case MIGRATIONS_SCHEMA -> "42P06";
            case SYNTAX -> "42601";
            case VALIDATE, TRANSACTION_CONTROL, REFUSED, SKIPPED, NO_TIME, HALF_DONE -> null;
        };
    }

    /// CREATE SCHEMA of the schema that the migrator itself has made for its books a moment ago.
    static List<Foreseen> makesSchema(String tag, Verdict verdict, String schema) {
        Optional<Node> tree = Pieces.tree(verdict.statement())
                .filter(node -> node.is("CreateSchemaStmt"))
                .filter(node -> node.text("schemaname").equals(schema) && !node.flag("if_not_exists"));
        return tree.isEmpty()
                ? List.of()
                : List.of(new Foreseen(
                        Kind.MIGRATIONS_SCHEMA,
                        Gravity.FAILS,
                        tag,
                        verdict.statement().line(),
                        "42P06",
                        "The migrator keeps its books in " + schema + " and makes that schema before it runs anything:"
                                + " this CREATE SCHEMA is refused.",
                        "Write CREATE SCHEMA IF NOT EXISTS, or keep the books in another schema."));
    }
}
