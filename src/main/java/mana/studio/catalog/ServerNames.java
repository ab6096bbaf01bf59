package mana.studio.catalog;

import java.util.List;
import mana.studio.schema.QualifiedName;

/// What a server has to choose from when a table is designed: nothing of it belongs to a schema that is designed.
///
/// @param collations      those that the encoding of the database allows, by name
/// @param operatorClasses by access method and name
/// @param indexMethods    access methods of indexes, by name
/// @param tableMethods    access methods of tables, by name
/// @param tablespaces     by name, without that of the server's own catalogs
/// @param roles           by name, the server's own ones last
public record ServerNames(
        List<Collation> collations,
        List<OperatorClass> operatorClasses,
        List<String> indexMethods,
        List<String> tableMethods,
        List<String> tablespaces,
        List<String> roles) {
    /// Of a server that was not asked, or has not answered.
    public static final ServerNames NONE =
            new ServerNames(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ServerNames {
        collations = List.copyOf(collations);
        operatorClasses = List.copyOf(operatorClasses);
        indexMethods = List.copyOf(indexMethods);
        tableMethods = List.copyOf(tableMethods);
        tablespaces = List.copyOf(tablespaces);
        roles = List.copyOf(roles);
    }

    /// @param about its language, where the server says it, or else who provides it
    public record Collation(QualifiedName name, String about) {}

    /// @param method the access method it is for
    /// @param type   as a column's type is written, without length or precision
    /// @param usual  whether a column of that type has it where none is named
    /// @param taken  all types whose values it takes as they are, its own included
    public record OperatorClass(QualifiedName name, String method, String type, boolean usual, List<String> taken) {
        public OperatorClass {
            taken = List.copyOf(taken);
        }
    }

    public boolean isEmpty() {
        return indexMethods.isEmpty();
    }
}
