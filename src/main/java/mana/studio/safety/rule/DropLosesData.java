package mana.studio.safety.rule;

import java.util.Set;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// DROP TABLE, SEQUENCE, SCHEMA or DATABASE.
final class DropLosesData implements Rule {
    private static final Set<String> KINDS = Set.of("OBJECT_TABLE", "OBJECT_SCHEMA", "OBJECT_SEQUENCE");

    @Override
    public String id() {
        return "drop-table-loses-data";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.is("DropdbStmt")) {
            return Stream.of(lost("The database " + occasion.tree().text("dbname") + " and everything in it"));
        }
        if (!occasion.is("DropStmt") || !KINDS.contains(occasion.tree().text("removeType"))) {
            return Stream.empty();
        }
        return occasion.tree().list("objects").stream()
                .map(TypeNames::joined)
                .filter(name -> occasion.course().made().stream()
                        .noneMatch(made ->
                                made.toString().equals(name) || made.name().equals(name)))
                .map(name -> lost(
                        switch (occasion.tree().text("removeType")) {
                            case "OBJECT_SEQUENCE" -> "The number that sequence " + name + " has reached";
                            case "OBJECT_SCHEMA" -> "The schema " + name + " and what is in it";
                            default -> "The table " + name + " and all its rows";
                        }));
    }

    private Finding lost(String what) {
        return finding(
                Aspect.LOSES_DATA,
                Severity.DANGER,
                what + " will be gone; code that uses it fails.",
                "Rename it first and drop it in a later release, when nobody has missed it.",
                Docs.DEPENDENCIES);
    }
}
