package mana.studio.sql;

import java.util.Locale;
import java.util.Set;

/// The words a reader of SQL takes for its grammar or for a type.
final class SqlWords {
    private static final Set<String> TYPES = words("""
            bigint bigserial bit bool boolean bpchar bytea char character cidr date daterange
            decimal double float float4 float8 inet int int2 int4 int4range int8 int8range integer
            interval json jsonb jsonpath lseg macaddr macaddr8 money nchar numeric numrange oid
            pg_lsn precision real regclass regproc regtype serial serial4 serial8 smallint
            smallserial text time timestamp timestamptz timetz tsquery tsrange tstzrange tsvector
            uuid varbit varchar varying void xml zone
            """);

    /// Reserved or not, these are rarely names.
    private static final Set<String> KEYWORDS = words("""
            abort add after all alter always analyse analyze and any array as asc asymmetric atomic
            attach authorization before begin between both by call called cascade case cast check
            close cluster coalesce collate column commit concurrently conflict constraint
            constraints create cross cube current_date current_role current_schema current_time
            current_timestamp current_user cycle database deallocate declare default deferrable
            deferred delete delimiter desc detach disable discard distinct do domain drop each else
            elsif enable end enforced enum escape except exclude excluding execute exists explain
            extension false fetch filter for foreign freeze from full function generated global
            grant greatest group grouping having if ilike immutable in include including increment
            index inherit inherits initially inner inout insert instead intersect into invoker is
            isnull join lateral leading leakproof least left like limit listen local localtime
            localtimestamp lock logged loop materialized maxvalue merge minvalue natural new no not
            nothing notify notnull nowait null nullif nulls of offset old on only or order out outer
            over overlaps overlay owned owner parallel partition perform placing policy prepare
            preserve primary procedure publication raise range recursive references refresh reindex
            release rename replace replica reset restart restrict return returning returns revoke
            right rollback rollup row rows rule savepoint schema security select sequence
            serializable session_user set setof sets share show similar some stable start statement
            stored strict subscription substring symmetric table tables tablesample tablespace temp
            temporary then ties to trailing transaction treat trigger trim true truncate type
            unbounded union unique unlisten unlogged until update user using vacuum valid validate
            values variadic view volatile when where while window with without
            """);

    /// Words of the grammar that are as often names: taken for grammar where they are written in capitals.
    private static final Set<String> CAPITALS = words("""
            action admin cache comment comments cost data day definer depends encoding exclusive
            first following force forced groups handler header hour identity key language last level
            mapping match method minute mode month next object option options others password
            permissive preceding privileges prior read restrictive result role routine second server
            session skip snapshot storage system time trusted value version work write year
            """);

    private SqlWords() {}

    static boolean isKeyword(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return KEYWORDS.contains(lower) || (CAPITALS.contains(lower) && word.equals(word.toUpperCase(Locale.ROOT)));
    }

    static boolean isType(String word) {
        return TYPES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
