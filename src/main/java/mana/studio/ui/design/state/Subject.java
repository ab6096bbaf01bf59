package mana.studio.ui.design.state;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mana.studio.design.Edits;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// What a form is about, and how it is reached in a design. The forms of parts know tables only: a materialized view,
/// which has rows and indexes too, is shown to them as a table that has no more than those.
public enum Subject {
    TABLE {
        @Override
        Optional<Table> find(Database database, Identity id) {
            return Edits.table(database, id);
        }

        @Override
        Database changed(Database database, Identity id, UnaryOperator<Table> change) {
            return Edits.changeTable(database, id, change);
        }
    },
    /// Only its indexes are changed.
    MATERIALIZED_VIEW {
        @Override
        Optional<Table> find(Database database, Identity id) {
            return Edits.object(database, id, View.class)
                    .filter(View::materialized)
                    .map(Subject::seen);
        }

        @Override
        Database changed(Database database, Identity id, UnaryOperator<Table> change) {
            return Edits.change(
                    database,
                    id,
                    View.class,
                    view -> view.withIndexes(change.apply(seen(view)).indexes()));
        }
    };

    abstract Optional<Table> find(Database database, Identity id);

    /// The database with the subject as the change makes it.
    abstract Database changed(Database database, Identity id, UnaryOperator<Table> change);

    private static Table seen(View view) {
        return Table.empty(view.name(), view.owner())
                .withId(view.id())
                .with(view.columns(), List.of())
                .withIndexes(view.indexes());
    }
}
