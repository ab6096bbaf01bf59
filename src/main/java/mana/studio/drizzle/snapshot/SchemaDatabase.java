package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleSequence;
import mana.studio.drizzle.model.DrizzleSchema.LinkedPolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;

/// What a schema in Drizzle's words is as a database: made on the scratch server and read back. What it expects to be
/// there is made first: schemas it does not declare, tables of others to which its foreign keys point (with the columns
/// that they name, and left out of the result), extensions that its types, operator classes and functions come from.
final class SchemaDatabase {
    private static final Map<String, String> EXTENSIONS = new LinkedHashMap<>();

    static {
        EXTENSIONS.put("citext", "\\bcitext\\b");
        EXTENSIONS.put("vector", "\\b(vector|halfvec|sparsevec)(\\(|_|\\b)");
        EXTENSIONS.put("postgis", "\\b(geometry|geography)\\b");
        EXTENSIONS.put("hstore", "\\bhstore\\b");
        EXTENSIONS.put("ltree", "\\b(ltree|lquery)\\b");
        EXTENSIONS.put("pg_trgm", "\\bg(in|ist)_trgm_ops\\b");
        EXTENSIONS.put("btree_gin", "USING gin .*\\b(u?int[248]|text|uuid)_ops\\b");
        EXTENSIONS.put("btree_gist", "\\bgist_\\w+_ops\\b");
        EXTENSIONS.put("uuid-ossp", "\\buuid_generate_v\\d");
        EXTENSIONS.put("pgcrypto", "\\b(gen_random_bytes|crypt|gen_salt|digest)\\(");
        EXTENSIONS.put("unaccent", "\\bunaccent\\(");
    }

    private final DrizzleSchema schema;

    private SchemaDatabase(DrizzleSchema schema) {
        this.schema = schema;
    }

    static Database of(DrizzleSchema schema, Cancellation cancellation) throws ScratchException {
        SchemaDatabase maker = new SchemaDatabase(schema);
        return maker.withoutStubs(Scratch.read(maker.script(), cancellation));
    }

    private String script() {
        List<String> own = SchemaSql.statements(schema);
        List<String> script = new ArrayList<>();
        String text = String.join("\n", own);
        EXTENSIONS.forEach((extension, words) -> {
            if (Pattern.compile(words).matcher(text).find()) {
                script.add("CREATE EXTENSION IF NOT EXISTS " + Names.quote(extension) + ";");
            }
        });
        undeclared().forEach(name -> script.add(SchemaSql.createSchema(name)));
        script.addAll(own.subList(0, beforeTables()));
        strangers().forEach(table -> script.add(stub(table)));
        script.addAll(own.subList(beforeTables(), own.size()));
        return String.join("\n", script);
    }

    /// How many statements make what tables need.
    private int beforeTables() {
        return schema.schemas().size()
                + schema.enums().size()
                + schema.sequences().size()
                + schema.roles().size();
    }

    /// Schemas that things lie in without being declared: one that is not exported.
    private Set<String> undeclared() {
        Set<String> names = new TreeSet<>();
        Stream.concat(ownSchemas(), strangers().map(QualifiedName::schema)).forEach(names::add);
        names.remove(Names.PUBLIC);
        names.removeAll(Set.copyOf(schema.schemas()));
        return names;
    }

    /// Tables of others that foreign keys and policies name.
    private Stream<QualifiedName> strangers() {
        return Stream.concat(
                        schema.tables().stream()
                                .flatMap(table -> table.foreignKeys().stream())
                                .map(ForeignKey::target),
                        schema.policies().stream().map(LinkedPolicy::on))
                .filter(name -> schema.table(name).isEmpty())
                .distinct();
    }

    /// The columns that keys name, typed as the columns that refer to them.
    private String stub(QualifiedName name) {
        Map<String, String> columns = new LinkedHashMap<>();
        Set<List<String>> keys = new LinkedHashSet<>();
        for (DrizzleTable table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (key.target().equals(name)) {
                    keys.add(key.targetColumns());
                    for (int at = 0; at < key.columns().size(); at++) {
                        String type = table.column(key.columns().get(at))
                                .map(TypeSql::of)
                                .orElse("text");
                        columns.putIfAbsent(key.targetColumns().get(at), type);
                    }
                }
            }
        }
        return Stream.concat(
                        columns.entrySet().stream()
                                .map(column -> Names.quote(column.getKey()) + " " + column.getValue()),
                        keys.stream()
                                .map(key -> key.stream()
                                        .map(Names::quote)
                                        .collect(Collectors.joining(", ", "UNIQUE (", ")"))))
                .collect(Collectors.joining(", ", "CREATE TABLE " + Names.full(name) + " (", ");"));
    }

    private Database withoutStubs(Database database) {
        Set<QualifiedName> strangers = strangers().collect(Collectors.toSet());
        Set<String> own = Stream.concat(schema.schemas().stream(), ownSchemas()).collect(Collectors.toSet());
        Predicate<String> onlyStubs = name -> !own.contains(name)
                && strangers.stream().anyMatch(table -> table.schema().equals(name))
                && !name.equals(Names.PUBLIC);
        return database.withSchemas(database.schemas().stream()
                .filter(part -> !onlyStubs.test(part.name()))
                .map(part -> part.withTables(part.tables().stream()
                        .filter(table -> !strangers.contains(table.name()))
                        .toList()))
                .toList());
    }

    private Stream<String> ownSchemas() {
        return Stream.of(
                        schema.enums().stream().map(DrizzleEnum::name),
                        schema.tables().stream().map(DrizzleTable::name),
                        schema.sequences().stream().map(DrizzleSequence::name),
                        schema.views().stream().map(DrizzleView::name))
                .flatMap(part -> part)
                .map(QualifiedName::schema);
    }
}
