package mana.studio.safety.predict;

import static mana.studio.safety.LockMode.ACCESS_EXCLUSIVE;
import static mana.studio.safety.LockMode.ACCESS_SHARE;
import static mana.studio.safety.LockMode.SHARE;
import static mana.studio.safety.LockMode.SHARE_ROW_EXCLUSIVE;

import java.util.List;
import java.util.Optional;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.schema.DomainType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// ALTER DOMAIN, ALTER TYPE of a composite, ALTER SEQUENCE.
final class TypeAlterations {
    private final Marks marks;
    private final Ground ground;
    private final Footprint footprint;

    TypeAlterations(Marks marks) {
        this.marks = marks;
        this.ground = marks.ground();
        this.footprint = marks.footprint();
    }

    /// What must hold for stored values is looked for in every table that has the domain, under SHARE
    /// (`validateDomainCheckConstraint`, `typecmds.c`).
    void alterDomain(Node statement) {
        QualifiedName name = ground.nameOf(statement.names("typeName"), ground::domain);
        Optional<DomainType> domain = ground.domain(name);
        if (domain.isEmpty() && ground.isKnown()) {
            marks.missing("domain", name);
            return;
        }
        boolean reads = switch (statement.text("subtype")) {
            case "AD_AddConstraint", "C" ->
                !statement.child("def").map(def -> def.flag("skip_validation")).orElse(false);
            case "AD_ValidateConstraint", "V" ->
                domain.map(type -> isNotValid(type, statement.text("name"))).orElse(true);
            case "AD_SetNotNull", "O" -> domain.map(type -> !type.notNull()).orElse(true);
            default -> false;
        };
        if (!reads) {
            return;
        }
        if (domain.isEmpty()) {
            footprint.doubt("the tables that have columns of domain " + name);
        }
        ground.tables()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> isOf(column.type().named(), name)))
                .forEach(table -> {
                    marks.lock(table, SHARE);
                    marks.scan(table);
                });
    }

    private static boolean isNotValid(DomainType domain, String check) {
        return domain.checks().stream().anyMatch(each -> each.name().equals(check) && !each.validated());
    }

    /// Whether a type is the domain, or a domain over it.
    private boolean isOf(@org.jspecify.annotations.Nullable QualifiedName type, QualifiedName domain) {
        return type != null
                && (type.equals(domain)
                        || ground.domain(type)
                                .map(other -> isOf(other.baseType().named(), domain))
                                .orElse(false));
    }

    /// A composite type's attributes; the type itself is locked already.
    void alterComposite(QualifiedName type, List<Node> commands) {
        for (Node command : commands) {
            List<Table> typed =
                    ground.tables().filter(table -> type.equals(table.ofType())).toList();
            typed.forEach(table -> marks.lock(table, ACCESS_EXCLUSIVE));
            if (command.text("subtype").equals("AT_AlterColumnType")) {
                ground.tables()
                        .filter(table -> table.columns().stream()
                                .anyMatch(column -> type.equals(column.type().named())))
                        .findFirst()
                        .ifPresent(table -> footprint.refuse(
                                "cannot alter type " + type + " because a column of " + table.name() + " uses it"));
            }
        }
    }

    void alterSequence(Node statement) {
        Node rangeVar = statement.child("sequence").orElseThrow();
        QualifiedName name = ground.nameOf(rangeVar);
        if (ground.relation(name).isEmpty() && statement.flag("missing_ok")) {
            return;
        }
        if (ground.relation(name).isEmpty()) {
            marks.missing("sequence", name);
        }
        Touched sequence = new Touched(Kind.SEQUENCE, name);
        footprint.lock(sequence, SHARE_ROW_EXCLUSIVE);
        for (Node option : statement.list("options")) {
            if (!option.text("defname").equals("owned_by")) {
                footprint.rewrite(sequence);
                continue;
            }
            List<String> column = option.child("arg").map(DropStatements::parts).orElse(List.of());
            if (column.size() > 1) {
                marks.lock(ground.nameOf(column.subList(0, column.size() - 1), ground::relation), ACCESS_SHARE);
            }
        }
    }
}
