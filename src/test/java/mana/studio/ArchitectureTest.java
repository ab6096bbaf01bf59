package mana.studio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the plan of the house: which package may import which.
class ArchitectureTest {
    private static final JavaClasses STUDIO = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mana.studio");

    /// What each package of the engine may import of the others.
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            entry("schema", Set.of()),
            entry("sql", Set.of()),
            entry("settings", Set.of()),
            entry("logging", Set.of("settings")),
            entry("connection", Set.of("settings", "sql")),
            entry("ddl", Set.of("schema", "sql")),
            entry("catalog", Set.of("connection", "schema", "settings", "sql")),
            entry("design", Set.of("plan", "schema", "settings", "sql")),
            entry("convention", Set.of("design", "schema", "settings", "sql")),
            entry("rows", Set.of("connection", "schema", "sql")),
            entry("console", Set.of("connection", "schema", "settings", "sql", "statement")),
            entry("statement", Set.of("sql")),
            entry("scratch", Set.of("catalog", "connection", "ddl", "schema", "settings", "sql", "statement")),
            entry("plan", Set.of("ddl", "schema", "sql", "statement")),
            entry(
                    "safety",
                    Set.of("catalog", "connection", "ddl", "plan", "schema", "scratch", "sql", "statement")),
            entry(
                    "apply",
                    Set.of(
                            "catalog", "connection", "ddl", "plan", "safety", "schema", "scratch", "settings", "sql",
                            "statement")),
            entry("trial", Set.of("connection", "ddl", "design", "plan", "schema", "scratch", "sql")),
            entry("diagram", Set.of("design", "plan", "schema", "settings", "sql")),
            entry("demo", Set.of("connection", "settings", "sql")),
            entry("locks", Set.of("connection", "settings", "sql")),
            entry(
                    "drizzle",
                    Set.of(
                            "apply", "catalog", "connection", "convention", "ddl", "design", "plan", "safety", "schema",
                            "scratch", "settings", "sql", "statement")),
            entry(
                    "cli",
                    Set.of(
                            "apply", "catalog", "connection", "convention", "ddl", "demo", "design", "drizzle", "locks", "plan", "rows", "safety",
                            "schema",
                            "scratch", "settings", "sql", "statement")));

    private static final List<String> FEATURES = List.of("activity", "apply", "connect", "console", "conventions", "data", "design", "diagram", "drift", "explorer", "history", "locks", "migrate", "migration", "objects", "palette", "pending", "preview", "structure", "typescript");

    @TestFactory
    Stream<DynamicTest> importsOnlyDownward() {
        return ALLOWED.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> classes()
                        .that()
                        .resideInAPackage(inside(rule.getKey()))
                        .should(onlyDependOnClassesThat(resideOutsideOfPackages("mana.studio..")
                                .or(resideInAnyPackage(insides(rule.getKey(), rule.getValue())))))
                        .allowEmptyShould(true)
                        .because("package " + rule.getKey() + " leans only on " + new TreeSet<>(rule.getValue()))
                        .check(STUDIO)));
    }

    @Test
    void knowsEveryPackageOfTheEngine() {
        Set<String> found = STUDIO.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("mana.studio.") && !name.startsWith("mana.studio.ui"))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toSet());
        assertThat(ALLOWED.keySet()).containsAll(found);
    }

    @Test
    void keepsWindowsOutOfTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("mana.studio.ui..", "mana.studio")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..", "org.controlsfx..", "org.fxmisc..", "atlantafx..", "org.kordamp..", "mana.studio.ui..")
                .because("the engine is the same for the window and for the command line")
                .check(STUDIO);
    }

    @TestFactory
    Stream<DynamicTest> keepsFeaturesApart() {
        return FEATURES.stream().map(feature -> DynamicTest.dynamicTest(feature, () -> noClasses()
                .that()
                .resideInAPackage("mana.studio.ui." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES.stream()
                        .filter(other -> !other.equals(feature))
                        .map(other -> "mana.studio.ui." + other + "..")
                        .toArray(String[]::new))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("mana.studio.ui.shell..")
                .allowEmptyShould(true)
                .because("features talk through the Navigator of the kit; only the shell knows them all")
                .check(STUDIO)));
    }

    @Test
    void keepsNodesOutOfViewModels() {
        noClasses()
                .that()
                .resideInAPackage("mana.studio.ui..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..")
                .because("a view model is tested without a window")
                .check(STUDIO);
    }

    @Test
    void hasNoCycles() {
        slices().matching("mana.studio.(**)").should().beFreeOfCycles().check(STUDIO);
    }

    @Test
    void startsThreadsInFewPlaces() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("mana.studio.ui.kit.FxBackground")
                .and()
                .resideInAPackage("mana.studio.ui..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .because("whatever may block runs in Background")
                .check(STUDIO);
    }

    @Test
    void speaksJdbcInFewPackages() {
        noClasses()
                .that()
                .resideInAnyPackage("mana.studio.schema..", "mana.studio.sql..", "mana.studio.ddl..", "mana.studio.settings..", "mana.studio.convention..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .because("only some packages talk to the server")
                .check(STUDIO);
    }

    private static String inside(String name) {
        return "mana.studio." + name + "..";
    }

    private static String[] insides(String own, Set<String> others) {
        List<String> all = new ArrayList<>();
        all.add(inside(own));
        others.forEach(other -> all.add(inside(other)));
        return all.toArray(String[]::new);
    }
}
