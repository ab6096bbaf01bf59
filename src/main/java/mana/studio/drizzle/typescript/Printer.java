package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.stream.Collectors;
import mana.studio.drizzle.typescript.Code.Arrow;
import mana.studio.drizzle.typescript.Code.Braces;
import mana.studio.drizzle.typescript.Code.Brackets;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.Code.Chain;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.Code.Text;

/// Breaks code into lines as prettier does with single quotes: what fits stays on one line, a chain of three calls with
/// a function in it does not, the last argument is opened in place where it alone needs it.
final class Printer {
    private static final int WIDTH = 120;

    private final String unit;
    private final char quote;

    /// @param unit one step of indentation: two blanks, a tab
    Printer(String unit) {
        this(unit, '\'');
    }

    Printer(String unit, char quote) {
        this.unit = unit;
        this.quote = quote;
    }

    /// @param indent steps of indentation of the line
    /// @param before how many characters stand before it on its line, indentation included
    /// @param after  how many follow it there
    String print(Code code, int indent, int before, int after) {
        String flat = flat(code);
        boolean fits = before + firstLine(flat).length() + after <= WIDTH;
        return fits && !mustBreak(code) ? flat : broken(code, indent, before, after);
    }

    private String broken(Code code, int indent, int before, int after) {
        return switch (code) {
            case Text text -> Literals.quoted(text.text(), quote);
            case Call call -> brokenCall(call, indent, before, after);
            case Chain chain -> brokenChain(chain, indent, before, after);
            case Braces braces ->
                lines(
                        "{",
                        braces.properties().stream()
                                .map(property -> property(property, indent + 1))
                                .toList(),
                        "}",
                        indent);
            case Brackets brackets ->
                lines(
                        "[",
                        brackets.elements().stream()
                                .map(each -> line(each, indent + 1))
                                .toList(),
                        "]",
                        indent);
            case Arrow arrow -> brokenArrow(arrow, indent, before, after);
        };
    }

    private String brokenCall(Call call, int indent, int before, int after) {
        List<Code> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return flat(call);
        }
        Code last = arguments.getLast();
        List<Code> others = arguments.subList(0, arguments.size() - 1);
        boolean opensLast = !(last instanceof Text) && others.stream().allMatch(Printer::isSmall);
        if (opensLast && (last instanceof Braces || last instanceof Brackets || last instanceof Arrow)) {
            String start = call.function() + "("
                    + others.stream().map(each -> flat(each) + ", ").collect(Collectors.joining());
            return start + print(last, indent, before + start.length(), after + 1) + ")";
        }
        return lines(
                call.function() + "(",
                arguments.stream().map(each -> line(each, indent + 1)).toList(),
                ")",
                indent);
    }

    private static boolean isSmall(Code code) {
        return code instanceof Text;
    }

    private String brokenChain(Chain chain, int indent, int before, int after) {
        if (chain.links().size() == 1 && chain.head() instanceof Call) {
            String head = print(chain.head(), indent, before, 0);
            return head + "." + print(chain.links().getFirst(), indent, lastLine(head, before) + 1, after);
        }
        String start = "\n" + unit.repeat(indent + 1) + ".";
        return print(chain.head(), indent, before, 0)
                + chain.links().stream()
                        .map(link -> start + print(link, indent + 1, width(indent + 1) + 1, 1))
                        .collect(Collectors.joining());
    }

    private String brokenArrow(Arrow arrow, int indent, int before, int after) {
        String start = arrow.parameters() + " => ";
        return arrow.body() instanceof Braces
                ? start + "(" + print(arrow.body(), indent, before + start.length() + 1, after + 1) + ")"
                : start + print(arrow.body(), indent, before + start.length(), after);
    }

    private String property(Property property, int indent) {
        String key = property.key() + ": ";
        return key + print(property.value(), indent, width(indent) + key.length(), 1);
    }

    private String line(Code code, int indent) {
        return print(code, indent, width(indent), 1);
    }

    private String lines(String open, List<String> lines, String close, int indent) {
        String start = unit.repeat(indent + 1);
        return lines.stream().map(line -> start + line + ",\n").collect(Collectors.joining("", open + "\n", ""))
                + unit.repeat(indent)
                + close;
    }

    private int width(int indent) {
        return indent * (unit.equals("\t") ? 2 : unit.length());
    }

    private String flat(Code code) {
        return switch (code) {
            case Text text -> Literals.quoted(text.text(), quote);
            case Call call ->
                call.arguments().stream().map(this::flat).collect(Collectors.joining(", ", call.function() + "(", ")"));
            case Chain chain ->
                flat(chain.head())
                        + chain.links().stream().map(link -> "." + flat(link)).collect(Collectors.joining());
            case Braces braces ->
                braces.properties().isEmpty()
                        ? "{}"
                        : braces.properties().stream()
                                .map(property -> property.key() + ": " + flat(property.value()))
                                .collect(Collectors.joining(", ", "{ ", " }"));
            case Brackets brackets ->
                brackets.elements().stream().map(this::flat).collect(Collectors.joining(", ", "[", "]"));
            case Arrow arrow ->
                arrow.parameters() + " => "
                        + (arrow.body() instanceof Braces ? "(" + flat(arrow.body()) + ")" : flat(arrow.body()));
        };
    }

    private static boolean mustBreak(Code code) {
        return switch (code) {
            case Text text -> false;
            case Call call -> call.arguments().stream().anyMatch(Printer::mustBreak);
            case Chain chain ->
                mustBreak(chain.head()) || chain.links().stream().anyMatch(Printer::mustBreak) || isLong(chain);
            case Braces braces ->
                !braces.properties().isEmpty() && braces.open()
                        || braces.properties().stream().anyMatch(each -> mustBreak(each.value()));
            case Brackets brackets -> brackets.elements().stream().anyMatch(Printer::mustBreak);
            case Arrow arrow -> mustBreak(arrow.body());
        };
    }

    private static boolean isLong(Chain chain) {
        int calls = chain.links().size() + (chain.head() instanceof Call ? 1 : 0);
        return calls > 2
                && chain.links().stream()
                        .flatMap(link -> link.arguments().stream())
                        .anyMatch(argument -> argument instanceof Arrow);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static int lastLine(String text, int before) {
        int start = text.lastIndexOf('\n');
        return start < 0 ? before + text.length() : text.length() - start - 1;
    }
}
