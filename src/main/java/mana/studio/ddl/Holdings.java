package mana.studio.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.schema.Privileges;
import mana.studio.schema.Privileges.Grant;
import org.jspecify.annotations.Nullable;

/// Privileges one by one.
final class Holdings {
    private Holdings() {}

    /// One privilege that one role has from another.
    ///
    /// @param grantee a role's name; empty for PUBLIC
    record Holding(String grantor, String grantee, String privilege, boolean grantable)
            implements Comparable<Holding> {
        private static final Comparator<Holding> ORDER = Comparator.comparing(Holding::grantor)
                .thenComparing(Holding::grantee)
                .thenComparing(Holding::grantable)
                .thenComparing(Holding::privilege);

        /// Whether who has this may grant the other.
        boolean allows(Holding other) {
            return grantable && grantee.equals(other.grantor) && privilege.equals(other.privilege);
        }

        /// Whether both stand in one statement.
        boolean isAlike(Holding other) {
            return grantor.equals(other.grantor) && grantee.equals(other.grantee) && grantable == other.grantable;
        }

        Holding withoutOption() {
            return new Holding(grantor, grantee, privilege, false);
        }

        @Override
        public int compareTo(Holding other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param owners    what the owner starts with, while the privileges are the built-in ones
    /// @param everyones the same of PUBLIC
    static Set<Holding> of(Privileges privileges, String owner, List<String> owners, List<String> everyones) {
        Set<Holding> holdings = new LinkedHashSet<>();
        if (privileges.defaults()) {
            owners.forEach(name -> holdings.add(new Holding(owner, owner, name, false)));
            everyones.forEach(name -> holdings.add(new Holding(owner, "", name, false)));
        }
        for (Grant grant : privileges.grants()) {
            for (String name : grant.privileges()) {
                boolean grantable = grant.grantable().contains(name);
                holdings.add(new Holding(grant.grantor(), grant.grantee(), name, grantable));
            }
        }
        return holdings;
    }

    /// The same privilege of the same role from the same other, whether it may be handed on or not.
    static @Nullable Holding like(Set<Holding> holdings, Holding holding) {
        if (holdings.contains(holding)) {
            return holding;
        }
        Holding other = new Holding(holding.grantor(), holding.grantee(), holding.privilege(), !holding.grantable());
        return holdings.contains(other) ? other : null;
    }

    /// The holdings of a column: none are its built-in ones.
    static Privileges privileges(Set<Holding> holdings) {
        Map<List<String>, List<Holding>> entries = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            entries.computeIfAbsent(List.of(holding.grantee(), holding.grantor()), _ -> new ArrayList<>())
                    .add(holding);
        }
        List<Grant> grants = entries.entrySet().stream()
                .map(entry -> new Grant(
                        entry.getKey().getFirst(),
                        entry.getValue().stream().map(Holding::privilege).toList(),
                        entry.getValue().stream()
                                .filter(Holding::grantable)
                                .map(Holding::privilege)
                                .toList(),
                        entry.getKey().getLast()))
                .toList();
        return grants.isEmpty() ? Privileges.DEFAULT : new Privileges(false, grants);
    }
}
