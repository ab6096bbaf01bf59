package mana.studio.rows;

import java.util.List;

/// A condition on one column.
///
/// @param values as a person typed them: the server reads them as the column's type
public record Filter(String column, Operator operator, List<String> values) {
    public Filter {
        values = List.copyOf(values);
    }
}
