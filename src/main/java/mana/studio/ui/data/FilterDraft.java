package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import org.jspecify.annotations.Nullable;

/// A filter while a person makes or changes it.
final class FilterDraft {
    private final Relation relation;
    private final ObjectProperty<Column> column;
    private final ObjectProperty<Operator> operator;
    private final ObjectProperty<List<String>> values;

    /// @param filter the one to change; null for a new one
    FilterDraft(Relation relation, Column first, @Nullable Filter filter) {
        this.relation = relation;
        column = new SimpleObjectProperty<>(first);
        operator = new SimpleObjectProperty<>(
                filter == null ? Operator.of(first.type()).getFirst() : filter.operator());
        values = new SimpleObjectProperty<>(filter == null ? List.of() : filter.values());
        column.addListener(_ -> keepOperator());
    }

    /// A draft of a filter there is.
    static FilterDraft of(Relation relation, Filter filter) {
        return new FilterDraft(relation, named(relation, filter.column()), filter);
    }

    private static Column named(Relation relation, String name) {
        return relation.columns().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(relation.name() + " has no column " + name));
    }

    private void keepOperator() {
        if (!operators().contains(operator.get())) {
            operator.set(operators().getFirst());
        }
        values.set(List.of());
    }

    List<Column> columns() {
        return relation.columns();
    }

    ObjectProperty<Column> column() {
        return column;
    }

    /// Those the column's type has.
    List<Operator> operators() {
        return Operator.of(column.get().type());
    }

    ObjectProperty<Operator> operator() {
        return operator;
    }

    ObjectProperty<List<String>> values() {
        return values;
    }

    /// The filter; empty while values are missing.
    Optional<Filter> filter() {
        int wanted = operator.get().operands();
        List<String> given = new ArrayList<>(values.get());
        boolean complete = wanted < 0 ? !given.isEmpty() : given.size() >= wanted;
        return complete
                ? Optional.of(new Filter(
                        column.get().name(), operator.get(), wanted < 0 ? given : given.subList(0, wanted)))
                : Optional.empty();
    }
}
