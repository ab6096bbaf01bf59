package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mana.studio.catalog.Snapshot;
import mana.studio.rows.References;
import mana.studio.rows.Row;
import mana.studio.rows.RowQuery;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.ui.kit.Navigator.Place;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// Where foreign keys lead from a row, both ways, and what else the catalog knows of its columns.
final class RowLinks {
    private final Session session;
    private final Relation relation;
    private List<Place> trail = List.of();

    RowLinks(Session session, Relation relation) {
        this.session = session;
        this.relation = relation;
    }

    /// The way that led here, the first place first.
    List<Place> trail() {
        return trail;
    }

    void cameBy(List<Place> newTrail) {
        trail = List.copyOf(newTrail);
    }

    /// The keys a column takes part in.
    List<ForeignKey> keys(Column column) {
        return switch (relation) {
            case Table table ->
                table.foreignKeys().stream()
                        .filter(key -> key.columns().contains(column.name()))
                        .toList();
            case View _ -> List.of();
        };
    }

    /// The foreign keys that point to this relation.
    List<References.Child> children() {
        return database().map(all -> References.children(all, relation.name())).orElse(List.of());
    }

    /// The labels of a column's enum; empty where it has none.
    List<String> labels(Column column) {
        return database()
                .flatMap(all -> Optional.ofNullable(column.type().named())
                        .flatMap(name -> all.schema(name.schema()).stream()
                                .flatMap(schema -> schema.enums().stream())
                                .filter(type -> type.name().equals(name))
                                .findFirst()))
                .map(EnumType::labels)
                .orElse(List.of());
    }

    /// Opens the row a row points to.
    ///
    /// @param here    the rows the person comes from
    /// @param refused hears why that cannot be
    void openParent(ForeignKey key, Row row, Place here, Consumer<String> refused) {
        Optional<Database> database = database();
        if (isCut(row, relation, key.columns())) {
            refused.accept("The key is too long to follow.");
        } else if (database.isEmpty() || database.get().table(key.referencedTable()).isEmpty()) {
            refused.accept(key.referencedTable() + " is not in the catalog.");
        } else {
            References.parent(database.get(), relation, key, row)
                    .ifPresentOrElse(
                            rows -> open(rows, here),
                            () -> refused.accept(
                                    String.join(", ", key.columns()) + " is NULL: this row points to none."));
        }
    }

    /// Opens the rows that point to a row.
    void openChildren(References.Child child, Row row, Place here, Consumer<String> refused) {
        if (isCut(row, relation, child.key().referencedColumns())) {
            refused.accept("The key is too long to follow.");
        } else {
            References.rows(child, relation, row)
                    .ifPresentOrElse(
                            rows -> open(rows, here),
                            () -> refused.accept("The key is NULL: no row can point to this one."));
        }
    }

    private void open(RowQuery rows, Place here) {
        List<Place> way = new ArrayList<>(trail);
        way.add(here);
        session.navigator().openRows(rows.relation().name(), rows.filters(), way);
    }

    /// Goes back along the trail, so that a place of it is shown again.
    ///
    /// @param index counted from the first place
    void back(int index) {
        Place place = trail.get(index);
        session.navigator().openRows(place.relation(), place.filters(), trail.subList(0, index));
    }

    private static boolean isCut(Row row, Relation relation, List<String> names) {
        List<Column> columns = relation.columns();
        for (int index = 0; index < columns.size(); index++) {
            if (names.contains(columns.get(index).name()) && row.cells().get(index).cut()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Database> database() {
        @Nullable Snapshot catalog = session.catalog().get();
        return Optional.ofNullable(catalog).map(Snapshot::database);
    }
}
