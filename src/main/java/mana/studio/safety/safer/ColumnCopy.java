package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Rename;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;

/// A column that is to be renamed gets a copy under the new name. A trigger keeps the two alike, whoever writes which.
/// When the copy goes, the column takes its name: with all its indexes and constraints, which never change.
///
/// @param table  as it stands while there are two
/// @param column the column
/// @param to     the name of its copy
record ColumnCopy(Table table, Column column, String to) {
    private static final String MARK = "A copy of ";
    private static final String END = " while it is renamed (mana)";

    static boolean isCopy(Column column) {
        return column.comment() != null && column.comment().startsWith(MARK) && column.comment().endsWith(END);
    }

    /// The copy for a rename; empty where there can be none, and old code breaks at the rename.
    ///
    /// @param loose the model while there are two
    /// @param goal  the model the rename leads to
    static Optional<ColumnCopy> of(Rename rename, Database loose, Database both, Database goal) {
        QualifiedName name = new QualifiedName(rename.from().get(0), rename.from().get(1));
        Table table = loose.table(name).orElse(null);
        Column column = table == null ? null : table.column(rename.from().get(2)).orElse(null);
        if (table == null || column == null) {
            return Optional.empty();
        }
        String to = rename.to().getLast();
        boolean plain = table.foreign() == null
                && table.ofType() == null
                && table.partitionOf() == null
                && table.inherits().isEmpty()
                && loose.tables().noneMatch(other -> other.inherits().contains(name))
                && column.generated() == null
                && table.column(to).isEmpty()
                && both.table(name).flatMap(other -> other.column(to)).isEmpty();
        boolean sameType = goal.table(name)
                .flatMap(other -> other.column(to))
                .map(other -> other.type().equals(column.type()))
                .orElse(false);
        return plain && sameType && !isPartitionKey(table, column.name())
                ? Optional.of(new ColumnCopy(table, column, to))
                : Optional.empty();
    }

    private static boolean isPartitionKey(Table table, String column) {
        String key = table.partitionKey();
        return key != null
                && SqlTokens.scan(key).stream()
                        .anyMatch(token -> token.text(key).replace("\"", "").equals(column));
    }

    private String trigger() {
        return Helper.SYNC.name("zz_" + table.name().name(), column.name());
    }

    private QualifiedName function() {
        return new QualifiedName(table.name().schema(), trigger());
    }

    /// One transaction that makes the copy, and the trigger.
    Step create(Steps steps) {
        String name = Pieces.name(table.name());
        List<String> sql = new ArrayList<>();
        sql.add(Steps.alter(table.name()) + "ADD COLUMN " + Identifier.quote(to) + " " + column.type().sql()
                + Pieces.collate(column.collation()));
        sql.add("COMMENT ON COLUMN " + name + "." + Identifier.quote(to) + " IS "
                + Pieces.literal(MARK + column.name() + END));
        sql.add("CREATE FUNCTION " + Pieces.name(function()) + "() RETURNS trigger LANGUAGE plpgsql AS $sync$\n"
                + body() + "$sync$");
        sql.add("CREATE TRIGGER " + Identifier.quote(trigger()) + " BEFORE INSERT OR UPDATE ON " + name
                + " FOR EACH ROW EXECUTE FUNCTION " + Pieces.name(function()) + "()");
        return steps.transaction(
                "Column " + table.name() + "." + column.name() + " is also called " + to
                        + ": what is written to one is written to the other",
                sql);
    }

    private String body() {
        String old = Identifier.quote(column.name());
        String copy = Identifier.quote(to);
        String text = isComparable() ? "" : "::text";
        return """
                BEGIN
                    IF TG_OP = 'INSERT' THEN
                        IF NEW.%1$s IS NULL THEN
                            NEW.%1$s := NEW.%2$s;
                        ELSE
                            NEW.%2$s := NEW.%1$s;
                        END IF;
                    ELSIF NEW.%1$s%3$s IS DISTINCT FROM OLD.%1$s%3$s THEN
                        NEW.%2$s := NEW.%1$s;
                    ELSIF NEW.%2$s%3$s IS DISTINCT FROM OLD.%2$s%3$s THEN
                        NEW.%1$s := NEW.%2$s;
                    END IF;
                    RETURN NEW;
                END
                """
                .formatted(copy, old, text);
    }

    /// `json`, `xml` and some geometric types have no equality.
    private boolean isComparable() {
        Family family = column.type().family();
        return family != Family.JSON && family != Family.GEOMETRIC && family != Family.OTHER
                && family != Family.COMPOSITE && family != Family.ARRAY;
    }

    /// Copies the values of the rows there were before.
    List<Step> fill(Site site) {
        List<Step> filling = new ArrayList<>();
        String old = Identifier.quote(column.name());
        String copy = Identifier.quote(to);
        for (Table leaf : site.leaves(table.name())) {
            Step.Batches batches = site.steps().batches(
                    "Copy " + leaf.name() + "." + column.name() + " to " + to,
                    leaf,
                    copy + " = " + old,
                    copy + " IS NULL AND " + old + " IS NOT NULL");
            filling.add(batches);
            filling.add(site.steps().nothingLeft(batches));
        }
        return filling;
    }

    /// The two must be alike before one goes.
    Step.Check alike() {
        String text = isComparable() ? "" : "::text";
        return new Step.Check(
                table.name() + "." + column.name() + " and its copy " + to + " are alike",
                "SELECT count(*) FROM " + Pieces.name(table.name()) + " WHERE " + Identifier.quote(column.name()) + text
                        + " IS DISTINCT FROM " + Identifier.quote(to) + text,
                "0");
    }

    /// The copy goes; the name is free.
    List<String> remove() {
        String name = Pieces.name(table.name());
        return List.of(
                "DROP TRIGGER " + Identifier.quote(trigger()) + " ON " + name,
                "DROP FUNCTION " + Pieces.name(function()) + "()",
                Steps.alter(table.name()) + "DROP COLUMN " + Identifier.quote(to));
    }

    boolean isFor(QualifiedName relation, String from) {
        return table.name().equals(relation) && column.name().equals(from);
    }
}
