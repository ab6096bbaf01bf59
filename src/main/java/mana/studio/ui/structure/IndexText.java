package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mana.studio.schema.Index;

/// An index in words.
final class IndexText {
    private IndexText() {}

    /// Its keys, in SQL: `lower(email), created_at DESC`.
    static String keys(Index index) {
        return index.keys().stream().map(IndexText::key).collect(Collectors.joining(", "));
    }

    /// A descending key puts NULLs first by default, an ascending one last.
    private static String key(Index.Key key) {
        StringBuilder text =
                new StringBuilder(key.column() == null ? Objects.toString(key.expression(), "") : key.column());
        if (key.collation() != null) {
            text.append(" COLLATE ").append(key.collation().name());
        }
        if (key.operatorClass() != null) {
            text.append(' ').append(key.operatorClass().name());
        }
        if (key.descending()) {
            text.append(" DESC");
        }
        if (key.nullsFirst() != key.descending()) {
            text.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return text.toString();
    }

    /// What there is to know beside its keys.
    static String notes(Index index) {
        List<String> notes = new ArrayList<>();
        if (index.unique()) {
            notes.add(index.nullsNotDistinct() ? "unique, nulls not distinct" : "unique");
        }
        if (!index.include().isEmpty()) {
            notes.add("includes " + String.join(", ", index.include()));
        }
        if (index.clustered()) {
            notes.add("clustered");
        }
        if (index.replicaIdentity()) {
            notes.add("replica identity");
        }
        if (index.partitionOf() != null) {
            notes.add("part of " + index.partitionOf());
        }
        notes.addAll(index.options());
        if (index.tablespace() != null) {
            notes.add("in " + index.tablespace());
        }
        return String.join(" · ", notes);
    }
}
