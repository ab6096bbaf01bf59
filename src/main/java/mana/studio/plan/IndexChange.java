package mana.studio.plan;

import java.util.List;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;

/// An index comes, goes or changes. Those behind constraints are here only for their storage.
public sealed interface IndexChange extends Change {
    Relation relation();

    /// The name of the index.
    String name();

    record CreateIndex(Relation relation, Index index) implements IndexChange {
        @Override
        public String name() {
            return index.name();
        }
    }

    /// @param relation as it was
    record DropIndex(Relation relation, Index index) implements IndexChange {
        @Override
        public String name() {
            return index.name();
        }
    }

    /// @param set   as `name=value`
    /// @param reset names
    record SetIndexOptions(Relation relation, String name, List<String> set, List<String> reset)
            implements IndexChange {
        public SetIndexOptions {
            set = List.copyOf(set);
            reset = List.copyOf(reset);
        }
    }

    record SetIndexTablespace(Relation relation, String name, String tablespace) implements IndexChange {}

    /// An index of a partition joins that of the parent.
    record AttachIndex(Relation relation, String name, QualifiedName parent) implements IndexChange {}
}
