package mana.studio.locks.report;

import mana.studio.locks.look.Capabilities;

/// What a role may see and end, in words.
final class Rights {
    private Rights() {}

    /// `all` but superusers' sessions at least, those of roles it is a `member` of, or `none` but its own.
    static String signals(Capabilities capabilities) {
        if (capabilities.superuser() || capabilities.signals()) {
            return "all";
        }
        boolean member = capabilities.roles().values().stream()
                .anyMatch(role -> role.member() && !role.name().equals(capabilities.role()));
        return member ? "member" : "none";
    }

    static String sentence(Capabilities capabilities) {
        String ends = switch (signals(capabilities)) {
            case "all" -> capabilities.superuser() ? "may end all sessions" : "may end all sessions but superusers’";
            case "member" -> "may end sessions of roles it is a member of";
            default -> "may end its own role’s sessions only";
        };
        return (capabilities.seesAll() ? "sees all sessions" : "does not see the details of others’ sessions") + ", "
                + ends;
    }
}
