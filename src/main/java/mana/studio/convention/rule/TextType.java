package mana.studio.convention.rule;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Edit;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// text, and a check where there is a limit.
final class TextType implements Convention {
    /// A limit that somebody has chosen is none of these.
    private static final Pattern HABIT =
            Pattern.compile("(character varying(\\(25[56]\\))?|character\\(\\d+\\)|bpchar)(\\[])*");
    private static final Pattern LENGTH = Pattern.compile("\\(\\d+\\)");

    @Override
    public String id() {
        return "text-type";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "text, not varchar or char";
    }

    @Override
    public String reason() {
        return "text is as fast and takes no more room. varchar without a limit says nothing, 255 is "
                + "nobody's limit, and char(n) fills up with blanks; a limit that is meant can be a "
                + "check, which is changed without writing the table anew.";
    }

    @Override
    public String example() {
        return "name text CHECK (char_length(name) <= 100)";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> HABIT.matcher(column.type().sql()).matches() && column.local())
                .map(column -> breach(
                        Spots.of(table, column, Field.TYPE),
                        Spots.part(table, column),
                        column.name() + " is " + column.type().sql() + "; text does the same.",
                        fix(house, table, column)));
    }

    private static @Nullable Edit fix(House house, Table table, Column column) {
        if (column.generated() != null || !Retyping.isFree(house, table, column)) {
            return null;
        }
        return Fixes.column("Make " + column.name() + " text", table, column, now -> {
            String type = now.type().sql();
            String name = LENGTH.matcher(type).replaceAll("").replace("[]", "");
            String dimensions = type.substring(type.indexOf('[') < 0 ? type.length() : type.indexOf('['));
            String withCast = Retyping.cast(now, name.equals("character") ? "bpchar" : name, "text");
            return now.withType(new DataType("text" + dimensions, now.type().family(), null))
                    .withDefaultExpression(withCast);
        });
    }
}
