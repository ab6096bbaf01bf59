package mana.studio.convention;

import java.util.stream.Stream;
import mana.studio.design.Edit;
import mana.studio.design.Spot;
import mana.studio.schema.EnumType;
import mana.studio.schema.Part;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A house rule. It looks at one thing at a time and says nothing, or what breaks it there.
public interface Convention {
    /// Its name, for settings and scripts: `user-id-text`.
    String id();

    Severity severity();

    /// The rule in a few words: `user_id is text`.
    String title();

    /// Why the house has it, in a sentence or two.
    String reason();

    /// How it is kept, in SQL.
    String example();

    /// What breaks it in a table that is not a partition; nothing for most.
    default Stream<Breach> table(House house, Table table) {
        return Stream.empty();
    }

    /// What breaks it in an enum.
    default Stream<Breach> type(House house, EnumType type) {
        return Stream.empty();
    }

    /// What breaks it in a schema as a whole.
    default Stream<Breach> schema(House house, Schema schema) {
        return Stream.empty();
    }

    /// A breach of this rule.
    default Breach breach(Spot spot, Part subject, String message, @Nullable Edit fix) {
        return new Breach(this, spot, subject, message, fix);
    }
}
