package mana.studio.connection;

import org.jspecify.annotations.Nullable;

/// A saved connection.
///
/// @param id       stays when the rest changes
/// @param color    a colour's name in the interface (`blue`, `amber` …); null for the environment's own
/// @param readOnly whether the server is told to refuse writes (`default_transaction_read_only`)
public record Profile(
        String id, String name, Environment environment, @Nullable String color, boolean readOnly, Target target) {}
