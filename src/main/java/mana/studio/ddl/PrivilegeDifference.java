package mana.studio.ddl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mana.studio.ddl.Holdings.Holding;
import mana.studio.schema.Privileges;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// The GRANTs and REVOKEs that lead from some privileges on an object to others. First all that comes is granted, then
/// all that goes is revoked: nobody loses what he keeps in between, and no REVOKE finds grants that depend on it. What
/// others granted is granted and revoked in their name (`SET ROLE`), for which the session needs to be a member of
/// theirs or a superuser's.
public final class PrivilegeDifference {
    private final int version;

    /// @param version the server's `server_version_num`
    public PrivilegeDifference(int version) {
        this.version = version;
    }

    /// The statements, in order and without closing semicolons.
    ///
    /// @param object as GRANT names it: `TABLE auth.users`, `FUNCTION auth.touch()`, `FOREIGN SERVER files`
    /// @param owner  who owns it, before and after
    public List<String> statements(GrantKind kind, String object, String owner, Privileges from, Privileges to) {
        return statements(kind, object, null, owner, from, to);
    }

    /// The same for one column.
    ///
    /// @param relation `TABLE auth.users`
    public List<String> ofColumn(String relation, String column, String owner, Privileges from, Privileges to) {
        return statements(GrantKind.COLUMN, relation, column, owner, from, to);
    }

    /// What is left of a column's privileges when those of its table went from some to others: what REVOKE takes from
    /// a table it takes from its columns too. Start from these in {@link #ofColumn}.
    public Privileges leftOfColumn(Privileges column, String owner, Privileges tableFrom, Privileges tableTo) {
        Set<Holding> before = holdings(GrantKind.RELATION, owner, tableFrom);
        Set<Holding> after = holdings(GrantKind.RELATION, owner, tableTo);
        Set<Holding> left = new LinkedHashSet<>();
        for (Holding holding : holdings(GrantKind.COLUMN, owner, column)) {
            Holding had = Holdings.like(before, holding);
            Holding has = Holdings.like(after, holding);
            if (had == null || has != null) {
                boolean loses = had != null && had.grantable() && has != null && !has.grantable();
                left.add(loses ? holding.withoutOption() : holding);
            }
        }
        return Holdings.privileges(left);
    }

    private Set<Holding> holdings(GrantKind kind, String owner, Privileges privileges) {
        return Holdings.of(privileges, owner, kind.owners(version), kind.everyones());
    }

    private List<String> statements(
            GrantKind kind, String object, @Nullable String column, String owner, Privileges from, Privileges to) {
        Set<Holding> before = holdings(kind, owner, from);
        Set<Holding> after = holdings(kind, owner, to);
        Writing writing = new Writing(object, column, owner, kind.owners(version));
        grant(before, after, writing);
        revoke(before, after, writing);
        return writing.statements;
    }

    /// The owner first, who always may; then step by step: each grants only what he may grant by then, and for good.
    /// What he may grant only for now could come from whom he grants to, which the server refuses.
    private static void grant(Set<Holding> before, Set<Holding> after, Writing writing) {
        Set<Holding> held = new TreeSet<>();
        Set<Holding> open = new TreeSet<>();
        for (Holding holding : after) {
            Holding had = Holdings.like(before, holding);
            boolean isNew = had == null || (holding.grantable() && !had.grantable());
            (isNew ? open : held).add(holding);
        }
        List<Holding> owners = open.stream()
                .filter(holding -> holding.grantor().equals(writing.owner))
                .toList();
        owners.forEach(open::remove);
        writing.grant(owners);
        held.addAll(owners);
        while (!open.isEmpty()) {
            List<Holding> now = these(
                    open, writing.owner, holding -> held.stream().anyMatch(option -> option.allows(holding)));
            writing.grant(now);
            held.addAll(now);
        }
    }

    /// Step by step: each revokes only what nobody hands on, or no longer does.
    private static void revoke(Set<Holding> before, Set<Holding> after, Writing writing) {
        Set<Holding> open = new TreeSet<>();
        Set<Holding> kept = new TreeSet<>();
        for (Holding holding : before) {
            Holding has = Holdings.like(after, holding);
            if (has == null || (holding.grantable() && !has.grantable())) {
                open.add(holding);
            }
            if (has != null) {
                kept.add(holding);
            }
        }
        while (!open.isEmpty()) {
            List<Holding> now = these(
                    open,
                    writing.owner,
                    holding -> open.stream().noneMatch(other -> other != holding && holding.allows(other)));
            writing.revoke(now.stream().filter(kept::contains).toList(), true);
            writing.revoke(now.stream().filter(holding -> !kept.contains(holding)).toList(), false);
        }
    }

    /// Takes those that can be dealt with now. Two roles may have granted to each other what both have from the owner
    /// as well: where all wait, one that is not the owner's goes first.
    private static List<Holding> these(Set<Holding> open, String owner, Predicate<Holding> ready) {
        List<Holding> now = open.stream().filter(ready).toList();
        List<Holding> taken = now.isEmpty()
                ? List.of(open.stream()
                        .filter(holding -> !holding.grantor().equals(owner))
                        .findFirst()
                        .orElseGet(() -> open.iterator().next()))
                : now;
        taken.forEach(open::remove);
        return taken;
    }

    /// Writes holdings, those of one grantor and grantee together.
    private static final class Writing {
        private final List<String> statements = new ArrayList<>();
        private final String object;
        private final @Nullable String column;
        private final String owner;
        private final List<String> all;

        Writing(String object, @Nullable String column, String owner, List<String> all) {
            this.object = object;
            this.column = column;
            this.owner = owner;
            this.all = all;
        }

        void grant(List<Holding> holdings) {
            each(holdings, alike -> {
                String ending = alike.getFirst().grantable() ? " WITH GRANT OPTION" : "";
                return "GRANT " + names(alike) + " ON " + object + " TO " + role(alike) + ending;
            });
        }

        void revoke(List<Holding> holdings, boolean optionOnly) {
            each(holdings, alike -> "REVOKE " + (optionOnly ? "GRANT OPTION FOR " : "") + names(alike) + " ON " + object
                    + " FROM " + role(alike));
        }

        private void each(List<Holding> holdings, java.util.function.Function<List<Holding>, String> statement) {
            Set<Holding> open = new LinkedHashSet<>(holdings);
            while (!open.isEmpty()) {
                Holding first = open.iterator().next();
                List<Holding> alike = open.stream().filter(first::isAlike).toList();
                alike.forEach(open::remove);
                String written = statement.apply(alike);
                Stream<String> inTheirName = Stream.of(
                        "SET ROLE " + Identifier.quote(first.grantor()), written, "RESET ROLE");
                (first.grantor().equals(owner) ? Stream.of(written) : inTheirName).forEach(statements::add);
            }
        }

        private String names(List<Holding> alike) {
            List<String> names = alike.stream().map(Holding::privilege).toList();
            if (column == null && names.size() > 1 && Set.copyOf(names).equals(Set.copyOf(all))) {
                return "ALL";
            }
            String columns = column == null ? "" : " (" + Identifier.quote(column) + ")";
            return String.join(", ", names.stream().map(name -> name + columns).toList());
        }

        private static String role(List<Holding> alike) {
            String grantee = Objects.requireNonNull(alike.getFirst()).grantee();
            return grantee.isEmpty() ? "PUBLIC" : Identifier.quote(grantee);
        }
    }
}
