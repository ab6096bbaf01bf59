package mana.studio.bench;

import java.util.ArrayList;
import java.util.List;

/// A made-up database of any size, the same at every run: a table has 12.7 columns, a primary key, 1.5 foreign keys,
/// three indexes (one partial), a check and three comments on average; every fourth a unique constraint, every fifth an
/// identity column, every tenth a trigger and a view, every twentieth a policy.
final class GeneratedSchema {
    private static final String TYPES =
            """
            CREATE SCHEMA %1$s;
            COMMENT ON SCHEMA %1$s IS 'service %1$s';
            CREATE TYPE %1$s.status AS ENUM ('draft', 'active', 'suspended', 'archived', 'deleted');
            CREATE TYPE %1$s.kind AS ENUM ('purchase', 'usage', 'refund', 'bonus', 'adjustment');
            CREATE FUNCTION %1$s.touch() RETURNS trigger LANGUAGE plpgsql
              AS $$ BEGIN NEW.updated_at := now(); RETURN NEW; END $$;
            """;

    private static final String AROUND =
            """
            CREATE INDEX idx_%1$s_user_id ON %2$s.%1$s (user_id);
            CREATE INDEX idx_%1$s_created_at ON %2$s.%1$s (created_at DESC NULLS LAST);
            CREATE INDEX idx_%1$s_live ON %2$s.%1$s (status, created_at) WHERE is_deleted = false;
            COMMENT ON TABLE %2$s.%1$s IS 'Entity %1$s of %2$s';
            COMMENT ON COLUMN %2$s.%1$s.user_id IS 'Better Auth id, text not uuid';
            COMMENT ON COLUMN %2$s.%1$s.metadata IS 'free-form; of %1$s';
            """;

    private static final String TRIGGER =
            "CREATE TRIGGER %1$s_touch BEFORE UPDATE ON %2$s.%1$s FOR EACH ROW EXECUTE FUNCTION %2$s.touch();\n";

    private static final String POLICY =
            """
            ALTER TABLE %2$s.%1$s ENABLE ROW LEVEL SECURITY;
            CREATE POLICY %1$s_own ON %2$s.%1$s USING (user_id = current_setting('app.user_id', true));
            """;

    private static final String VIEW =
            """
            CREATE VIEW %2$s.v_%1$s AS SELECT a.id, a.name, b.name AS parent_name, a.status
              FROM %2$s.%1$s a LEFT JOIN %2$s.%3$s b ON b.id = a.parent_id WHERE NOT a.is_deleted;
            """;

    private final int tables;
    private final int schemas;

    GeneratedSchema(int tables) {
        this.tables = tables;
        this.schemas = tables >= 10_000 ? 100 : tables >= 1_000 ? 50 : 10;
    }

    /// The scripts of its schemas, each to be run in one transaction.
    List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        int first = 0;
        for (int schema = 0; schema < schemas; schema++) {
            int count = tables / schemas + (schema < tables % schemas ? 1 : 0);
            scripts.add(script("svc_%03d".formatted(schema), first, count));
            first += count;
        }
        return scripts;
    }

    private static String script(String schema, int first, int count) {
        StringBuilder sql = new StringBuilder(TYPES.formatted(schema));
        for (int k = 0; k < count; k++) {
            String table = name(first + k);
            sql.append(table(schema, first, k)).append(AROUND.formatted(table, schema));
            sql.append(k % 10 == 0 ? TRIGGER.formatted(table, schema) : "");
            sql.append(k % 20 == 0 ? POLICY.formatted(table, schema) : "");
            sql.append(k % 10 == 9 ? VIEW.formatted(table, schema, name(first + parent(k))) : "");
        }
        return sql.toString();
    }

    private static String table(String schema, int first, int k) {
        String table = name(first + k);
        StringBuilder sql = new StringBuilder("CREATE TABLE " + schema + "." + table + " (\n");
        sql.append("  id uuid DEFAULT gen_random_uuid() NOT NULL, user_id text NOT NULL,\n");
        sql.append("  name varchar(500) NOT NULL,\n");
        sql.append("  description text, status ").append(schema).append(".status DEFAULT 'active' NOT NULL,\n");
        sql.append("  amount numeric(12, 2) DEFAULT '0', is_deleted boolean DEFAULT false NOT NULL,\n");
        sql.append("  metadata jsonb DEFAULT '{}'::jsonb, parent_id uuid,");
        sql.append(k % 2 == 1 ? " ref_id uuid," : "");
        sql.append(k % 5 == 0 ? " seq_no bigint GENERATED ALWAYS AS IDENTITY,\n" : "\n");
        sql.append("  version integer DEFAULT 1 NOT NULL, created_at timestamptz DEFAULT now() NOT NULL,\n");
        sql.append("  updated_at timestamptz DEFAULT now() NOT NULL,\n");
        sql.append("  CONSTRAINT ").append(table).append("_pkey PRIMARY KEY (id),\n");
        sql.append(k % 4 == 0 ? "  CONSTRAINT " + table + "_user_id_name_unique UNIQUE (user_id, name),\n" : "");
        sql.append("  CONSTRAINT ").append(table).append("_amount_check CHECK (amount >= 0),\n");
        sql.append(key(schema, table, "parent_id", name(first + parent(k)), "CASCADE"));
        sql.append(k % 2 == 1 ? ",\n" + key(schema, table, "ref_id", name(first + (k * 13 + 5) % k), "SET NULL") : "");
        return sql.append(");\n").toString();
    }

    private static String key(String schema, String table, String column, String target, String action) {
        return "  CONSTRAINT %2$s_%3$s_fk FOREIGN KEY (%3$s) REFERENCES %1$s.%4$s (id) ON DELETE %5$s"
                .formatted(schema, table, column, target, action);
    }

    /// An earlier table of the schema, or the first itself.
    private static int parent(int k) {
        return k == 0 ? 0 : (k * 7 + 3) % k;
    }

    private static String name(int number) {
        return "entity_%05ds".formatted(number);
    }
}
