package mana.studio.safety.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.predict.Evolution;
import mana.studio.safety.predict.Situation;
import mana.studio.safety.rule.Course;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Node;

/// Where a script is: the catalog so far, the transaction, what it holds, and what the script has made itself.
final class Progress {
    /// Statements after which the catalog is no longer known: they run code of their own, or the model does not follow
    /// them.
    private static final Set<String> OPAQUE = Set.of(
            "DoStmt",
            "CallStmt",
            "ExecuteStmt",
            "CreateExtensionStmt",
            "AlterObjectSchemaStmt",
            "ImportForeignSchemaStmt");

    private final Runner runner;
    private final Settings settings = new Settings();
    private Map<Touched, LockMode> held = Map.of();
    private List<Node> before = List.of();
    private Set<QualifiedName> made = Set.of();
    private final Map<QualifiedName, Set<String>> labels = new HashMap<>();
    private final Set<QualifiedName> types = new HashSet<>();
    private Situation situation;
    private boolean open;
    private boolean begun;
    private boolean certain = true;

    Progress(Situation situation, Runner runner) {
        this.situation = situation;
        this.runner = runner;
        this.open = runner == Runner.ONE_TRANSACTION;
    }

    /// The same, to go on from here more than once.
    Progress copy() {
        Progress copy = new Progress(situation, runner);
        copy.settings.take(settings);
        // What can be long is never changed, but replaced.
        copy.held = held;
        copy.before = before;
        copy.made = made;
        labels.forEach((type, added) -> copy.labels.put(type, new HashSet<>(added)));
        copy.types.addAll(types);
        copy.open = open;
        copy.begun = begun;
        copy.certain = certain;
        return copy;
    }

    Situation situation() {
        return settings.applied(situation).withTransaction(labels, types);
    }

    Course course() {
        return new Course(open, settings.hasLockTimeout(), held, before, made);
    }

    /// Whether every statement so far was followed.
    boolean isCertain() {
        return certain;
    }

    void lose() {
        certain = false;
    }

    /// Whether the script has begun a transaction that it has not ended.
    boolean isLeftOpen() {
        return begun;
    }

    /// What a statement does to relations that others use: not to those that the script has made.
    Effects toOthers(Effects effects) {
        Map<Touched, LockMode> locks = new TreeMap<>(effects.locks());
        locks.keySet().removeIf(this::isOwn);
        return new Effects(
                locks,
                Set.copyOf(effects.rewritten().stream()
                        .filter(each -> !isOwn(each))
                        .toList()),
                Set.copyOf(
                        effects.scanned().stream().filter(each -> !isOwn(each)).toList()),
                effects.inTransaction(),
                effects.error());
    }

    private boolean isOwn(Touched relation) {
        return made.contains(relation.name())
                || (relation.kind() == Touched.Kind.INDEX
                        && ownerOf(relation.name()).filter(made::contains).isPresent());
    }

    private Optional<QualifiedName> ownerOf(QualifiedName index) {
        Database database = situation.database();
        return database == null
                ? Optional.empty()
                : database.tables()
                        .filter(table -> table.name().schema().equals(index.schema()))
                        .filter(table -> table.indexes().stream()
                                        .anyMatch(each -> each.name().equals(index.name()))
                                || table.constraints().stream()
                                        .anyMatch(each -> each.name().equals(index.name())))
                        .map(table -> table.name())
                        .findFirst();
    }

    /// The statement has run.
    ///
    /// @param effects on relations of others
    void advance(Node statement, String sql, Effects effects) {
        if (effects.error() != null) {
            return;
        }
        Situation now = situation();
        remember(statement, now);
        situation = situation.withDatabase(Evolution.after(statement, sql, now).database());
        certain &= !isOpaque(statement);
        settings.read(statement);
        if (statement.is("TransactionStmt")) {
            transaction(statement.text("kind"));
        } else if (open) {
            before = Stream.concat(before.stream(), Stream.of(statement)).toList();
            hold(effects.locks());
        } else {
            end();
        }
    }

    private void hold(Map<Touched, LockMode> locks) {
        Map<Touched, LockMode> stronger = new HashMap<>(locks);
        stronger.values().removeIf(mode -> mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) < 0);
        stronger.entrySet().removeIf(lock -> {
            LockMode mode = held.get(lock.getKey());
            return mode != null && mode.strongest(lock.getValue()) == mode;
        });
        if (!stronger.isEmpty()) {
            Map<Touched, LockMode> more = new HashMap<>(held);
            stronger.forEach((relation, mode) -> more.merge(relation, mode, LockMode::strongest));
            held = Map.copyOf(more);
        }
    }

    private void make(QualifiedName relation) {
        Set<QualifiedName> more = new HashSet<>(made);
        more.add(relation);
        made = Set.copyOf(more);
    }

    private static boolean isOpaque(Node statement) {
        boolean copies = statement.is("CreateStmt")
                && (!statement.list("inhRelations").isEmpty()
                        || statement.has("ofTypename")
                        || statement.list("tableElts").stream().anyMatch(each -> each.is("TableLikeClause")));
        boolean cascades = statement.text("behavior").equals("DROP_CASCADE");
        return OPAQUE.contains(statement.type()) || copies || cascades;
    }

    private void remember(Node statement, Situation now) {
        switch (statement.type()) {
            case "CreateStmt" -> statement.child("relation").ifPresent(name -> make(name, now));
            case "CreateSeqStmt" -> statement.child("sequence").ifPresent(name -> make(name, now));
            case "ViewStmt" -> statement.child("view").ifPresent(name -> make(name, now));
            case "CreateTableAsStmt" ->
                statement.child("into").flatMap(into -> into.child("rel")).ifPresent(name -> make(name, now));
            case "IndexStmt" ->
                statement
                        .child("relation")
                        .ifPresent(table -> makeNamed(table.text("schemaname"), statement.text("idxname"), now));
            case "RenameStmt" -> renamed(statement, now);
            case "CreateEnumStmt" -> types.add(name(statement.names("typeName"), now));
            case "AlterEnumStmt" -> {
                if (open && statement.text("oldVal").isEmpty()) {
                    labels.computeIfAbsent(name(statement.names("typeName"), now), type -> new HashSet<>())
                            .add(statement.text("newVal"));
                }
            }
            default -> {}
        }
    }

    private void make(Node rangeVar, Situation now) {
        makeNamed(rangeVar.text("schemaname"), rangeVar.text("relname"), now);
    }

    private void makeNamed(String schema, String name, Situation now) {
        QualifiedName made = name(schema.isEmpty() ? List.of(name) : List.of(schema, name), now);
        Database database = now.database();
        boolean there = database != null && database.relation(made).isPresent();
        if (!there) {
            make(made);
        }
    }

    private void renamed(Node statement, Situation now) {
        statement.child("relation").ifPresent(relation -> {
            QualifiedName from = name(parts(relation), now);
            if (statement.text("renameType").equals("OBJECT_TABLE") && made.contains(from)) {
                make(new QualifiedName(from.schema(), statement.text("newname")));
            }
        });
    }

    private static List<String> parts(Node rangeVar) {
        String schema = rangeVar.text("schemaname");
        return schema.isEmpty() ? List.of(rangeVar.text("relname")) : List.of(schema, rangeVar.text("relname"));
    }

    private static QualifiedName name(List<String> parts, Situation now) {
        List<String> path = now.searchPath();
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : path.isEmpty() ? "public" : path.getFirst();
        return new QualifiedName(schema, parts.getLast());
    }

    private void transaction(String kind) {
        switch (kind) {
            case "TRANS_STMT_BEGIN", "TRANS_STMT_START" -> {
                begun = true;
                open = true;
            }
            case "TRANS_STMT_COMMIT", "TRANS_STMT_ROLLBACK", "TRANS_STMT_PREPARE" -> {
                begun = false;
                open = false;
                end();
            }
            default -> {}
        }
    }

    private void end() {
        held = Map.of();
        before = List.of();
        labels.clear();
        types.clear();
        settings.endTransaction();
    }
}
