package mana.studio.demo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks for breaches of the house rules in the demo's own way, one query each.
record HouseRules(Answers database) {
    private static final String COLUMNS =
            """
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^(pg_|drizzle|information_schema)'
            """;
    private static final String COLUMN = "SELECT concat_ws('.', n.nspname, c.relname, a.attname) " + COLUMNS;
    private static final String TABLE =
            """
            SELECT n.nspname || '.' || c.relname
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|drizzle|information_schema)'
            """;

    /// Each as `rule object`.
    List<String> breaches() throws SQLException {
        List<String> found = new ArrayList<>();
        for (Breach.Rule rule : Breach.Rule.values()) {
            for (String object : database.column(query(rule))) {
                found.add(rule + " " + object);
            }
        }
        return found;
    }

    private static String query(Breach.Rule rule) {
        return switch (rule) {
            case FOREIGN_KEY_HAS_AN_INDEX ->
                """
                SELECT concat_ws('.', n.nspname, c.relname, a.attname)
                FROM pg_catalog.pg_constraint k
                JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
                WHERE k.contype = 'f' AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                    WHERE i.indrelid = c.oid AND i.indkey[0] = k.conkey[1]
                        AND coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), 'IS NOT NULL') LIKE '%IS NOT NULL%')
                """;
            case JSON_IS_JSONB -> COLUMN + "AND a.atttypid = 'json'::regtype";
            case TIMESTAMP_HAS_A_TIME_ZONE -> COLUMN + "AND a.atttypid = 'timestamp'::regtype";
            case BOOLEAN_IS_CALLED_IS_OR_HAS ->
                COLUMN + "AND a.atttypid = 'bool'::regtype AND a.attname !~ '^(is|has)_'";
            case INDEX_IS_CALLED_IDX_TABLE_COLUMNS ->
                """
                SELECT n.nspname || '.' || x.relname
                FROM pg_catalog.pg_index i
                JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
                WHERE n.nspname !~ '^pg_' AND x.relname <> concat_ws('_', 'idx', c.relname,
                        (SELECT string_agg(coalesce(a.attname, 'lower_' || regexp_replace(
                            pg_catalog.pg_get_indexdef(i.indexrelid, o::integer, true),
                                'lower\\((\\w+)(::text)?\\)', '\\1')),
                            '_' ORDER BY o)
                        FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, o)
                        LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum))
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conindid = x.oid AND contype <> 'f')
                """;
            case TABLE_HAS_CREATED_AT_AND_UPDATED_AT ->
                TABLE
                        + """
                        AND 2 > (SELECT count(*) FROM pg_catalog.pg_attribute a
                            JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                            WHERE a.attrelid = c.oid AND a.attname IN ('created_at', 'updated_at') AND a.attnotnull
                                AND a.atttypid = 'timestamptz'::regtype
                                AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) = 'now()')
                        """;
            // The users' ids are the house's user_id: text.
            case ID_IS_A_RANDOM_UUID ->
                COLUMN
                        + """
                        AND a.attname = 'id' AND c.oid <> 'auth.users'::regclass AND NOT EXISTS (
                            SELECT FROM pg_catalog.pg_attrdef d
                            WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atttypid = 'uuid'::regtype
                                AND pg_catalog.pg_get_expr(d.adbin, d.adrelid) = 'gen_random_uuid()')
                        """;
            case ENUM_LIVES_IN_ITS_SERVICE_S_SCHEMA ->
                """
                SELECT 'public.' || typname FROM pg_catalog.pg_type
                WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
                """;
            case TABLE_NAME_IS_A_PLURAL -> TABLE + "AND c.relname !~ 's$'";
            case COLUMN_NAME_IS_SNAKE_CASE -> COLUMN + "AND a.attname !~ '^[a-z][a-z0-9_]*$'";
        };
    }
}
