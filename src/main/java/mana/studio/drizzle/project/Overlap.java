package mana.studio.drizzle.project;

import java.nio.file.Path;
import java.util.List;
import mana.studio.drizzle.project.Declarations.Named;

/// Where services get in each other's way, or a configuration in its own.
public sealed interface Overlap {
    /// The services it is about.
    List<String> services();

    /// What is wrong and what comes of it.
    String sentence();

    /// Two services declare different tables in one schema.
    record TwoOwners(String schema, List<String> services) implements Overlap {
        @Override
        public String sentence() {
            return all(services) + " both declare tables in schema " + schema
                    + ". A push of one plans to drop the tables of the other.";
        }
    }

    /// A service declares a table that belongs to another.
    record ForeignTable(String service, Named table, String owner) implements Overlap {
        @Override
        public List<String> services() {
            return List.of(service, owner);
        }

        @Override
        public String sentence() {
            return service + " declares " + table + ", a table of " + owner
                    + ". Its next generate writes CREATE TABLE for it.";
        }
    }

    /// The filter leaves out a schema that the service itself declares.
    record FilterOmitsOwn(String service, String schema, List<String> filter) implements Overlap {
        @Override
        public List<String> services() {
            return List.of(service);
        }

        @Override
        public String sentence() {
            return service + " declares schema " + schema + ", but its schemaFilter names only "
                    + String.join(", ", filter) + ". A push never creates what is in " + schema + ".";
        }
    }

    /// Schemas are declared and no filter is set: drizzle-kit then looks at `public` only.
    record NoFilter(String service, List<String> schemas) implements Overlap {
        @Override
        public List<String> services() {
            return List.of(service);
        }

        @Override
        public String sentence() {
            return service + " declares " + (schemas.size() == 1 ? "schema " : "schemas ")
                    + String.join(", ", schemas)
                    + " and sets no schemaFilter. A push looks at public only, and drizzle-kit 1.0 at all schemas,"
                    + " those of other services too.";
        }
    }

    /// `pgEnum` in a project of schemas: the type lands in `public`.
    record EnumsInPublic(String service, List<String> enums) implements Overlap {
        @Override
        public List<String> services() {
            return List.of(service);
        }

        @Override
        public String sentence() {
            return service + " declares " + (enums.size() == 1 ? "enum " : "enums ") + String.join(", ", enums)
                    + " by pgEnum, so " + (enums.size() == 1 ? "it lands" : "they land")
                    + " in public, where the schemaFilter hides "
                    + (enums.size() == 1 ? "it" : "them") + ". A second push fails: type already exists.";
        }
    }

    /// Several services keep their books in one table.
    record SharedBooks(MigrationsTable table, List<String> services) implements Overlap {
        @Override
        public String sentence() {
            return all(services) + " share " + table
                    + ". A migration that is older than the newest row of any of them is skipped without a word.";
        }
    }

    /// drizzle-kit and the service's own script keep different books.
    record TwoBooks(String service, MigrationsTable config, Path script, MigrationsTable inScript) implements Overlap {
        @Override
        public List<String> services() {
            return List.of(service);
        }

        @Override
        public String sentence() {
            return service + " keeps two books: drizzle-kit migrate writes to " + config + ", " + script.getFileName()
                    + " to " + inScript + ". Each runs again what the other has run.";
        }
    }

    private static String all(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
