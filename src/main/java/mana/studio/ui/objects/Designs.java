package mana.studio.ui.objects;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The design as questions are asked about it, and how the answers get into it.
record Designs(Session session) {
    /// The database as it is designed; empty until a catalog is known.
    Optional<Database> now() {
        return Optional.ofNullable(session.designing().design().get()).map(Design::database);
    }

    /// What was read; empty until a catalog is known.
    Optional<Database> base() {
        return Optional.ofNullable(session.designing().design().get()).map(Design::base);
    }

    Designing designing() {
        return session.designing();
    }

    /// The schemas to choose from, by name.
    List<String> schemas() {
        return now().stream()
                .flatMap(database -> database.schemas().stream())
                .map(Schema::name)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /// Where a new object goes unless a person says otherwise.
    String schemaOr(@Nullable String wished) {
        List<String> all = schemas();
        return wished != null && all.contains(wished) ? wished : all.isEmpty() ? "" : all.getFirst();
    }

    List<Table> tables() {
        return now().stream()
                .flatMap(Database::tables)
                .sorted(Comparator.comparing(Table::name))
                .toList();
    }

    /// Adds an object and shows its form.
    void add(SchemaObject object) {
        edit("Add " + Icons.word(object) + " " + object.name(), database -> Edits.add(database, object));
        session.navigator().open(object, Side.STRUCTURE);
    }

    /// Adds a schema and shows its form.
    void add(Schema schema) {
        edit("Add schema " + schema.name(), database -> Edits.addSchema(database, schema));
        session.navigator().show(new Spot(schema.id(), null, Field.NAME));
    }

    void edit(String label, UnaryOperator<Database> change) {
        designing().edit(Edit.of(label, change));
    }

    Optional<SchemaObject> object(Identity id) {
        return now().flatMap(database -> Edits.object(database, id));
    }

    Optional<Schema> schema(Identity id) {
        return now().flatMap(database -> Edits.schema(database, id));
    }

    /// `table auth.users`, `schema auth`.
    Optional<String> words(Identity thing) {
        return object(thing)
                .map(object -> Icons.word(object) + " " + object.name())
                .or(() -> schema(thing).map(schema -> "schema " + schema.name()));
    }
}
