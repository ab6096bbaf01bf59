package mana.studio.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import mana.studio.drizzle.migrate.Chains;
import mana.studio.plan.judge.Convergence;
import org.slf4j.LoggerFactory;

/// Measures what must stay fast: `mvn -Pbench -Dbench.args="catalog 1000"`.
public final class Bench {
    private static final String USAGE =
            """
            bench catalog [tables …]   reading a whole catalog, at 100, 1,000 and 10,000 tables
            bench rows …               pages of a large table, at any depth
            bench plan [tables …]      planning between two databases, at 100, 1,000 and 10,000 tables
            bench diagram [tables …]   the diagram: layout and frames, at 100 and 1,000 tables
            bench designing [tables …] a keystroke in a design, at 100 and 1,000 tables
            bench locks [number …]     a refresh of the lock board, at 10, 1,000 and 50,000 locks
            bench preview [tables …]   from an edit to its statements on the screen, at 100 and 1,000 tables
            bench chains [name …]      real chains of Drizzle migrations, run as recorded of the real migrator
            bench judge [tables …]     judging many statements after a keystroke, anew and going on, at 1,000 tables
            bench convergence …        plans played on pairs of schemas; --help tells more""";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "catalog" -> CatalogBench.run(rest);
            case "chains" -> Chains.run(rest);
            case "locks" -> LocksBench.run(rest);
            case "plan" -> PlanBench.run(rest);
            case "diagram" -> DiagramBench.run(rest);
            case "designing" -> DesigningBench.run(rest);
            case "preview" -> PreviewBench.run(rest);
            case "judge" -> JudgeBench.run(rest);
            case "convergence" -> Convergence.main(rest.toArray(String[]::new));
            case "rows" -> RowsBench.main(rest.toArray(String[]::new));
            default -> System.out.println(USAGE);
        }
    }
}
