package mana.studio.ui.kit;

import java.util.List;
import mana.studio.connection.ConnectionString;
import mana.studio.design.Spot;
import mana.studio.rows.Filter;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;

/// How the features of the interface send a person elsewhere, without knowing each other.
public interface Navigator {
    /// Opens an object in a tab of its own, or shows the tab it has.
    void open(SchemaObject object);

    /// Opens an object and shows one of its sides.
    default void open(SchemaObject object, Side side) {
        open(object.name(), side);
    }

    /// Opens the object of a name and shows one of its sides; nothing where there is none.
    void open(QualifiedName name, Side side);

    /// Opens a relation's rows, filtered: following a foreign key.
    void openRows(QualifiedName relation, List<Filter> filters);

    /// Opens a relation's rows and says which way led there. A navigator without trails forgets the way.
    ///
    /// @param trail the rows passed on the way, the first first
    default void openRows(QualifiedName relation, List<Filter> filters, List<Place> trail) {
        openRows(relation, filters);
    }

    /// Shows a field of the design in the form it belongs to, and gives it the focus.
    void show(Spot spot);

    /// Shows a screen of the whole database.
    void open(Screen screen);

    /// Shows the diagram around one table.
    void openDiagram(QualifiedName focus);

    /// Shows what is pending of a service's migrations, and runs it when a person says so. A navigator without that
    /// screen shows nothing.
    default void runMigrations(ServiceMigrations migrations) {}

    /// Shows the form of a connection, filled in; nothing is connected. A navigator without that screen shows nothing.
    ///
    /// @param name where it was found: `services/mana-auth`
    default void describeConnection(String name, ConnectionString connection) {}

    /// Opens a new console.
    ///
    /// @param sql what is written in it; empty for nothing. It is not run
    default void openConsole(String sql) {}

    /// Shows the registry of services, with a line for one that owns a schema.
    void registerService(String schema);

    /// The screens that belong to no one object.
    enum Screen {
        /// What is pending, its SQL, and applying it.
        CHANGES,
        /// The same, and the files that would be written as a migration.
        MIGRATION,
        DIAGRAM,
        CONVENTIONS,
        /// What became of the project's migrations here.
        HISTORY,
        /// Code, snapshot and database of a service side by side.
        DRIFT,
        /// Who holds an advisory lock and who waits for it.
        LOCKS,
        /// Sessions, what they run and whom they keep waiting.
        ACTIVITY
    }

    /// Rows a person was at.
    record Place(QualifiedName relation, List<Filter> filters) {
        public Place {
            filters = List.copyOf(filters);
        }
    }

    /// The sides of an object's tab.
    enum Side {
        DATA,
        STRUCTURE,
        SQL,
        /// As Drizzle's TypeScript.
        DRIZZLE,
        REFERENCES
    }
}
