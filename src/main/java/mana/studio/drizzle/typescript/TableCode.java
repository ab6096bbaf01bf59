package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.typescript.Source.Chain;
import mana.studio.drizzle.typescript.Source.Constant;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// A table as it stands in a file.
///
/// @param call    `table(…)` or `pgTable(…)`
/// @param columns null where they are no object that can be read
/// @param extras  null where there are none, or none that can be read
/// @param unread  that there is a third argument which cannot be read
record TableCode(
        QualifiedName name,
        Source source,
        Constant constant,
        Segment call,
        @Nullable Piece object,
        @Nullable List<ColumnCode> columns,
        @Nullable ExtrasCode extras,
        boolean unread) {

    /// @param named whether its name stands in the code
    /// @param chain null where the value is no chain of calls
    record ColumnCode(
            String property,
            String column,
            boolean named,
            @Nullable Chain chain,
            Piece piece) {
        Chain known() {
            if (chain == null) {
                throw new IllegalStateException(property + " is no chain of calls");
            }
            return chain;
        }
    }

    /// @param list      the array or the object
    /// @param parameter what the table is called in it
    /// @param keyed     whether it is an object, as old code has it
    record ExtrasCode(Piece list, String parameter, boolean keyed, List<ExtraCode> elements) {}

    /// @param kind    the function: `index`, `unique`
    /// @param name    as given; null without one
    /// @param columns the properties that it is on
    record ExtraCode(String kind, @Nullable String name, List<String> columns, Piece piece, Piece value) {}

    Optional<ColumnCode> column(String column) {
        return columns == null
                ? Optional.empty()
                : columns.stream().filter(each -> each.column().equals(column)).findFirst();
    }
}
