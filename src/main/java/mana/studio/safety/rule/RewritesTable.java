package mana.studio.safety.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Touched;
import mana.studio.statement.Node;

/// Whatever else writes a table anew: CLUSTER, VACUUM FULL, SET LOGGED, SET EXPRESSION, another access method.
final class RewritesTable implements Rule {
    private static final Set<String> CAUSES =
            Set.of("AT_SetLogged", "AT_SetUnLogged", "AT_SetExpression", "AT_SetAccessMethod", "AT_SetTableSpace");

    @Override
    public String id() {
        return "rewrites-table";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        List<Touched> tables = occasion.rewrittenTables();
        if (tables.isEmpty() || !isAnotherCause(occasion.tree())) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(tables),
                "Writes " + Occasion.names(tables) + " anew while nobody can read it; needs as much free disk again.",
                "Copy into a new table in batches and swap the names, or use pg_repack.",
                Docs.ALTER_TABLE));
    }

    private static boolean isAnotherCause(Node tree) {
        return tree.is("ClusterStmt")
                || tree.is("VacuumStmt")
                || tree.list("cmds").stream().anyMatch(command -> CAUSES.contains(command.text("subtype")));
    }
}
