package mana.studio.safety.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;
import mana.studio.safety.predict.Situation;
import mana.studio.schema.Column;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// A statement at its place in a script, with all that is known about it.
///
/// @param sql       its text
/// @param tree      its tree
/// @param situation the catalog before it, the server's version
/// @param effects   what it does to relations that were there before the script
public record Occasion(String sql, Node tree, Situation situation, Effects effects, Course course) {
    private static final long SMALL_ROWS = 10_000;
    private static final long SMALL_BYTES = 8L << 20;
    private static final long LARGE_BYTES = 1L << 30;

    public boolean is(String type) {
        return tree.is(type);
    }

    /// The commands of an ALTER TABLE of one kind.
    public Stream<Node> commands(String subtype) {
        return tree.is("AlterTableStmt")
                ? tree.list("cmds").stream()
                        .filter(command -> command.text("subtype").equals(subtype))
                : Stream.empty();
    }

    /// The columns that an ALTER TABLE adds.
    public Stream<Node> addedColumns() {
        return commands("AT_AddColumn").flatMap(command -> command.child("def").stream());
    }

    /// The constraints of one kind that an ALTER TABLE adds: `CONSTR_CHECK`.
    public Stream<Node> addedConstraints(String type) {
        return commands("AT_AddConstraint")
                .flatMap(command -> command.child("def").stream())
                .filter(constraint -> constraint.text("contype").equals(type));
    }

    /// Whether a constraint is checked for the rows that are there.
    public static boolean isValidated(Node constraint) {
        boolean enforced = !constraint.has("is_enforced") || constraint.flag("is_enforced");
        return !constraint.flag("skip_validation") && enforced;
    }

    /// The relation that the statement names first, as it names it; empty where it names none.
    public String relation() {
        return Stream.of("relation", "table", "view", "sequence")
                .flatMap(field -> tree.child(field).stream())
                .map(Occasion::written)
                .findFirst()
                .orElse("");
    }

    static String written(Node rangeVar) {
        String schema = rangeVar.text("schemaname");
        return schema.isEmpty() ? rangeVar.text("relname") : schema + "." + rangeVar.text("relname");
    }

    /// Whether the statement is about a relation that others use already.
    public boolean isOld() {
        Optional<Node> rangeVar = tree.child("relation");
        return rangeVar.map(node -> !course.made().contains(resolve(node))).orElse(true);
    }

    QualifiedName resolve(Node rangeVar) {
        String schema = rangeVar.text("schemaname");
        String name = rangeVar.text("relname");
        if (!schema.isEmpty()) {
            return new QualifiedName(schema, name);
        }
        List<String> path = situation.searchPath();
        return path.stream()
                .map(each -> new QualifiedName(each, name))
                .filter(each -> course.made().contains(each) || exists(each))
                .findFirst()
                .orElseGet(() -> new QualifiedName(path.isEmpty() ? "public" : path.getFirst(), name));
    }

    private boolean exists(QualifiedName name) {
        var database = situation.database();
        return database != null && database.relation(name).isPresent();
    }

    /// The table of an ALTER TABLE and the like, where the catalog has it.
    public Optional<Table> table() {
        var database = situation.database();
        return database == null
                ? Optional.empty()
                : tree.child("relation").flatMap(rangeVar -> database.table(resolve(rangeVar)));
    }

    public Optional<Column> column(String name) {
        return table().flatMap(table -> table.column(name));
    }

    /// The tables whose rows are written anew.
    public List<Touched> rewrittenTables() {
        return effects.rewritten().stream().filter(Occasion::hasRows).toList();
    }

    private static boolean hasRows(Touched relation) {
        return relation.kind() == Touched.Kind.TABLE || relation.kind() == Touched.Kind.MATERIALIZED_VIEW;
    }

    /// The relations locked in that mode or a stronger one.
    public List<Touched> locked(LockMode atLeast) {
        return effects.locks().entrySet().stream()
                .filter(lock -> lock.getValue().compareTo(atLeast) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How much it matters that relations are read or written from end to end while others wait: nothing for a small
    /// one.
    public Severity weigh(Collection<Touched> relations) {
        Severity worst = Severity.NOTE;
        for (Touched relation : relations) {
            RelationSize size = situation.sizes().get(relation.name());
            Severity one = size == null || size.rows() < 0
                    ? Severity.WARNING
                    : size.rows() < SMALL_ROWS && size.bytes() < SMALL_BYTES
                            ? Severity.NOTE
                            : size.bytes() < LARGE_BYTES ? Severity.WARNING : Severity.DANGER;
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }

    /// Names for a sentence: `app.orders and app.customers`.
    public static String names(Collection<Touched> relations) {
        List<String> names =
                relations.stream().map(relation -> relation.name().toString()).toList();
        return list(names);
    }

    static String list(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }
}
