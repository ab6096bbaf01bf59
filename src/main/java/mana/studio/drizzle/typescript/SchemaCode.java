package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.Source.Chain;
import mana.studio.drizzle.typescript.Source.Constant;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.drizzle.typescript.TableCode.ColumnCode;
import mana.studio.drizzle.typescript.TableCode.ExtrasCode;
import mana.studio.schema.QualifiedName;

/// What the schema files of a service declare, and where.
///
/// @param identifiers of everything that was found
/// @param homes       the file that declares each identifier
record SchemaCode(
        List<Source> sources,
        List<TableCode> tables,
        List<EnumCode> enums,
        Map<Thing, String> identifiers,
        Map<String, Source> homes) {

    /// @param values null where they are no array of strings
    record EnumCode(QualifiedName name, Source source, Constant constant, Optional<Piece> values) {}

    static SchemaCode read(List<TypeScriptFile> files, Casing casing) throws UnreadableTypeScript {
        List<Source> sources = new ArrayList<>();
        for (TypeScriptFile file : files) {
            try {
                sources.add(Source.read(file.name(), file.text()));
            } catch (UnreadableTypeScript unreadable) {
                throw new UnreadableTypeScript(file.name() + ": " + unreadable.getMessage());
            }
        }
        return new Finder(sources, casing).find();
    }

    Optional<TableCode> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    Optional<EnumCode> enumType(QualifiedName name) {
        return enums.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// Each table's properties by column.
    Map<QualifiedName, Map<String, String>> properties() {
        Map<QualifiedName, Map<String, String>> properties = new HashMap<>();
        for (TableCode table : tables) {
            List<ColumnCode> columns = table.columns() == null ? List.of() : table.columns();
            Map<String, String> own = new LinkedHashMap<>();
            columns.forEach(column -> own.put(column.column(), column.property()));
            properties.put(table.name(), own);
        }
        return properties;
    }

    /// Reads constants as far as they declare something of Drizzle's.
    private static final class Finder {
        private final List<Source> sources;
        private final Casing casing;
        private final Map<String, String> schemas = new HashMap<>();
        private final Map<Thing, String> identifiers = new LinkedHashMap<>();
        private final Map<String, Source> homes = new HashMap<>();
        private final List<TableCode> tables = new ArrayList<>();
        private final List<EnumCode> enums = new ArrayList<>();

        Finder(List<Source> sources, Casing casing) {
            this.sources = sources;
            this.casing = casing;
        }

        SchemaCode find() {
            each((source, constant, chain) -> chain.call("pgSchema")
                    .flatMap(call -> first(source, call))
                    .ifPresent(name -> {
                        schemas.put(constant.name(), name);
                        declare(source, constant, Thing.schema(name));
                    }));
            each(this::object);
            return new SchemaCode(sources, tables, enums, identifiers, homes);
        }

        private interface Look {
            void at(Source source, Constant constant, Chain chain);
        }

        private void each(Look look) {
            for (Source source : sources) {
                for (Constant constant : source.constants()) {
                    Optional.ofNullable(constant.value()).ifPresent(chain -> look.at(source, constant, chain));
                }
            }
        }

        private void object(Source source, Constant constant, Chain chain) {
            called(source, chain, "table", "pgTable").ifPresent(found -> {
                declare(source, constant, Thing.table(found.name()));
                tables.add(table(source, constant, found));
            });
            called(source, chain, "enum", "pgEnum").ifPresent(found -> {
                declare(source, constant, Thing.enumType(found.name()));
                enums.add(new EnumCode(found.name(), source, constant, values(source, found.call())));
            });
            called(source, chain, "sequence", "pgSequence")
                    .ifPresent(found -> declare(source, constant, Thing.sequence(found.name())));
            called(source, chain, "view", "pgView")
                    .or(() -> called(source, chain, "materializedView", "pgMaterializedView"))
                    .ifPresent(found -> declare(source, constant, Thing.view(found.name())));
            chain.call("pgRole")
                    .flatMap(call -> first(source, call))
                    .ifPresent(name -> declare(source, constant, Thing.role(name)));
            chain.call("customType")
                    .flatMap(call -> dataType(source, call))
                    .ifPresent(type -> declare(source, constant, Thing.type(type)));
        }

        private record Called(QualifiedName name, Segment call) {}

        /// `authSchema.table('x', …)` or `pgTable('x', …)`.
        private Optional<Called> called(Source source, Chain chain, String method, String function) {
            Optional<Segment> inPublic = chain.call(function);
            if (inPublic.isPresent()) {
                return first(source, inPublic.get())
                        .map(name -> new Called(new QualifiedName("public", name), inPublic.get()));
            }
            String schema = schemas.get(imported(source, chain.first().name()));
            return schema == null || chain.segments().size() < 2
                    ? Optional.empty()
                    : chain.call(method)
                            .filter(call -> call == chain.segments().get(1))
                            .flatMap(call ->
                                    first(source, call).map(name -> new Called(new QualifiedName(schema, name), call)));
        }

        private static String imported(Source source, String name) {
            return source.imports().stream()
                    .flatMap(each -> each.specifiers().stream())
                    .filter(each -> each.name().equals(name))
                    .map(Source.Specifier::imported)
                    .findFirst()
                    .orElse(name);
        }

        private void declare(Source source, Constant constant, Thing thing) {
            identifiers.putIfAbsent(thing, constant.name());
            homes.putIfAbsent(constant.name(), source);
        }

        private static Optional<String> first(Source source, Segment call) {
            return call.args().isEmpty()
                    ? Optional.empty()
                    : source.string(call.args().getFirst());
        }

        private static Optional<Piece> values(Source source, Segment call) {
            return call.args().size() < 2
                    ? Optional.empty()
                    : Optional.of(call.args().get(1))
                            .filter(piece -> source.inside(piece, "[", "]")
                                    .filter(each -> each.stream()
                                            .allMatch(value ->
                                                    source.string(value).isPresent()))
                                    .isPresent());
        }

        private static Optional<String> dataType(Source source, Segment call) {
            String text = call.args().stream().map(source::text).collect(Collectors.joining());
            java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(
                            "dataType\\s*(?:\\(\\s*\\)\\s*\\{\\s*return|:\\s*\\(\\s*\\)\\s*=>)\\s*'([^']*)'")
                    .matcher(text);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }

        private TableCode table(Source source, Constant constant, Called found) {
            List<Piece> args = found.call().args();
            Piece object =
                    args.size() > 1 && source.inside(args.get(1), "{", "}").isPresent() ? args.get(1) : null;
            List<ColumnCode> columns = object == null
                    ? null
                    : source.inside(object, "{", "}").orElse(List.of()).stream()
                            .flatMap(piece -> column(source, piece).stream())
                            .toList();
            ExtrasCode extras =
                    args.size() > 2 ? new ExtrasReader(source).read(args.get(2)).orElse(null) : null;
            return new TableCode(
                    found.name(),
                    source,
                    constant,
                    found.call(),
                    object,
                    columns,
                    extras,
                    args.size() > 2 && extras == null);
        }

        /// Nothing for what is spread into the object.
        private Optional<ColumnCode> column(Source source, Piece piece) {
            int size = piece.to() - piece.from();
            if (size < 3 || !source.token(piece.from() + 1).is(":")) {
                return Optional.empty();
            }
            Token key = source.token(piece.from());
            String property = key.kind() == Token.Kind.STRING ? Source.unquoted(key.text()) : key.text();
            Optional<Chain> chain = source.chain(new Piece(piece.from() + 2, piece.to()));
            Optional<String> name = chain.map(Chain::first)
                    .filter(head -> !head.args().isEmpty())
                    .flatMap(head -> source.string(head.args().getFirst()));
            String made = casing == Casing.SNAKE_CASE ? Words.snake(property) : property;
            return Optional.of(
                    new ColumnCode(property, name.orElse(made), name.isPresent(), chain.orElse(null), piece));
        }
    }
}
