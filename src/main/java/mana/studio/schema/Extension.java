package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// An installed extension.
public record Extension(Identity id, String name, String schema, String version, @Nullable String comment) {}
