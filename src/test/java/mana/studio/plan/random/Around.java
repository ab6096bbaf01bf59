package mana.studio.plan.random;

import java.util.List;
import mana.studio.plan.random.Sql.Phase;

/// What every object can have: a comment, an owner, grants.
record Around(Genes genes, Sql sql) {
    private static final List<String> COMMENTS = List.of("One", "Two; it''s", "With \\ and \"quotes\"", "Four\nlines");

    void write(String kind, String name, String privileges) {
        comment(kind, name, 30);
        if (genes.chance(name + "/owned", 15)) {
            sql.add(
                    Phase.OWNERS,
                    "ALTER %s %s OWNER TO %s",
                    kind,
                    name,
                    genes.pick(name + "/owner", RandomSchema.OWNERS));
        }
        grants(kind, name, privileges);
    }

    void comment(String kind, String name, int percent) {
        if (genes.chance(kind + name + "/commented", percent)) {
            sql.add(
                    Phase.AROUND,
                    "COMMENT ON %s %s IS '%s'",
                    kind,
                    name,
                    genes.pick(kind + name + "/comment", COMMENTS));
        }
    }

    void grants(String kind, String name, String privileges) {
        if (privileges.isEmpty()) {
            return;
        }
        for (String role : genes.some(name + "/granted", RandomSchema.ROLES, 12)) {
            List<String> all = List.of(privileges.split(", "));
            List<String> chosen = genes.some(name + "/privileges/" + role, all, 60);
            sql.add(
                    Phase.AROUND,
                    "GRANT %s ON %s %s TO %s%s",
                    chosen.isEmpty() ? all.getFirst() : String.join(", ", chosen),
                    kind.equals("VIEW") ? "TABLE" : kind,
                    name,
                    role,
                    genes.chance(name + "/grantable/" + role, 15) && !role.equals("PUBLIC")
                            ? " WITH GRANT OPTION"
                            : "");
        }
        boolean usual = kind.equals("FUNCTION") || kind.equals("TYPE");
        if (usual && genes.chance(name + "/revoked", 10)) {
            sql.add(Phase.AROUND, "REVOKE ALL ON %s %s FROM PUBLIC", kind, name);
        }
    }
}
