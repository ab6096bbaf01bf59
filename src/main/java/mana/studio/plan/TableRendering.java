package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Column;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Table.Persistence;
import mana.studio.sql.Identifier;

/// Changes of whole tables as SQL.
final class TableRendering {
    private final Lookup to;

    TableRendering(Lookup to) {
        this.to = to;
    }

    List<Statement> of(TableChange change) {
        Table table = change.table();
        String name = Pieces.name(table.name());
        String alter = "ALTER " + Pieces.word(table) + " " + name + " ";
        return switch (change) {
            case TableChange.CreateTable create ->
                Pieces.table(create.table(), to::table).stream()
                        .map(sql -> Statement.of(change, sql))
                        .toList();
            case TableChange.DropTable _ ->
                List.of(Statement.losing(
                        change,
                        "DROP " + Pieces.word(table) + " " + name,
                        table.foreign() == null
                                ? "all rows of " + table.name()
                                : "nothing here, the rows are elsewhere"));
            case TableChange.SetAside aside -> setAside(aside, alter);
            case TableChange.CopyRows copy -> copy(copy, name);
            case TableChange.Inherit inherit ->
                Rendering.one(change, alter + "INHERIT " + Pieces.name(inherit.parent()));
            case TableChange.NoInherit none ->
                Rendering.one(change, alter + "NO INHERIT " + Pieces.name(none.parent()));
            case TableChange.SetPersistence set ->
                Rendering.one(
                        change,
                        alter + "SET " + (set.table().persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED"));
            case TableChange.SetTableOptions set ->
                Rendering.one(change, Rendering.options(alter.strip(), set.set(), set.reset()));
            case TableChange.SetTablespace _ ->
                Rendering.one(
                        change,
                        alter + "SET TABLESPACE "
                                + (table.tablespace() == null ? "pg_default" : Identifier.quote(table.tablespace())));
            case TableChange.SetAccessMethod _ ->
                Rendering.one(
                        change,
                        alter + "SET ACCESS METHOD "
                                + (table.accessMethod() == null ? "DEFAULT" : Identifier.quote(table.accessMethod())));
            case TableChange.SetRowSecurity set ->
                Rendering.one(change, alter + (set.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
            case TableChange.ForceRowSecurity force ->
                Rendering.one(change, alter + (force.forced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
            case TableChange.SetReplicaIdentity _ ->
                Rendering.one(change, alter + "REPLICA IDENTITY " + table.replicaIdentity());
            case TableChange.UseIndex use ->
                Rendering.one(
                        change,
                        alter
                                + (use.cluster() ? "CLUSTER ON " : "REPLICA IDENTITY USING INDEX ")
                                + Identifier.quote(use.index()));
            case TableChange.WithoutCluster _ -> Rendering.one(change, alter + "SET WITHOUT CLUSTER");
            case TableChange.SetOfType of ->
                Rendering.one(change, alter + (of.type() == null ? "NOT OF" : "OF " + Pieces.name(of.type())));
            case TableChange.SetForeignOptions set ->
                Rendering.one(change, alter + Options.foreign(set.from(), set.to()));
        };
    }

    private static List<Statement> setAside(TableChange.SetAside aside, String alter) {
        Statement move = Statement.of(aside, alter + "SET SCHEMA " + Identifier.quote(aside.aside()));
        return aside.first()
                ? List.of(Statement.of(aside, "CREATE SCHEMA " + Identifier.quote(aside.aside())), move)
                : List.of(move);
    }

    private static List<Statement> copy(TableChange.CopyRows copy, String name) {
        String aside =
                Pieces.name(new QualifiedName(copy.aside(), copy.old().name().name()));
        String columns = copy.columns().stream().map(Identifier::quote).collect(Collectors.joining(", "));
        List<Statement> statements = new ArrayList<>();
        if (!copy.columns().isEmpty()) {
            statements.add(Statement.of(
                    copy,
                    "INSERT INTO " + name + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns + " FROM "
                            + aside));
        }
        for (Column column : copy.table().columns()) {
            if (column.identity() != null) {
                statements.add(Counting.goOn(
                        copy, column.identity().sequence(), copy.table().name(), column.name()));
            }
        }
        List<String> left = copy.old().columns().stream()
                .filter(column -> column.generated() == null && !copy.columns().contains(column.name()))
                .map(column -> column.name())
                .toList();
        String drop = "DROP " + Pieces.word(copy.old()) + " " + aside;
        statements.add(
                left.isEmpty()
                        ? Statement.of(copy, drop)
                        : Statement.losing(copy, drop, "the values of " + String.join(", ", left)));
        statements.add(Statement.of(copy, "DROP SCHEMA " + Identifier.quote(copy.aside())));
        return statements;
    }
}
