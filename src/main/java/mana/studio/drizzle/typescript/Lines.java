package mana.studio.drizzle.typescript;

import java.util.regex.Pattern;

/// Where lines start and end in a file, and how it is written.
///
/// @param unit one step of indentation
record Lines(String text, String unit) {
    private static final Pattern MODULE = Pattern.compile("from ([\"'])[^\"'\\n]*[\"'](;?)");

    static Lines of(String text) {
        String unit = text.lines()
                .filter(line -> line.matches("\\s+[A-Za-z'\"].*"))
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .findFirst()
                .map(indent -> indent.startsWith("\t") ? "\t" : indent)
                .orElse("  ");
        return new Lines(text, unit);
    }

    /// The quotes that its imports have.
    char quote() {
        return MODULE.matcher(text)
                .results()
                .findFirst()
                .map(found -> found.group(1).charAt(0))
                .orElse('\'');
    }

    /// Whether its imports end in a semicolon; so they do where there are none.
    boolean hasSemicolons() {
        return MODULE.matcher(text)
                .results()
                .findFirst()
                .map(found -> !found.group(2).isEmpty())
                .orElse(true);
    }

    /// The blanks that the line of this position starts with.
    String indent(int position) {
        int start = start(position);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    int steps(String indent) {
        return indent.length() / unit.length();
    }

    int start(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    /// Before the newline.
    int end(int position) {
        int end = text.indexOf('\n', position);
        int before = end < 0 ? text.length() : end;
        return before > position && text.charAt(before - 1) == '\r' ? before - 1 : before;
    }

    String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    boolean startsLine(int position) {
        return text.substring(start(position), position).isBlank();
    }

    /// Whether nothing but a comment follows on the line.
    boolean endsLine(int position) {
        String rest = text.substring(position, end(position)).strip();
        return rest.isEmpty() || rest.startsWith("//") || rest.startsWith("/*") && rest.endsWith("*/");
    }

    boolean isOneLine(int start, int end) {
        return text.substring(start, end).indexOf('\n') < 0;
    }

    /// The start of the comment lines directly above this position's line; the line's own start without.
    int startWithComments(int position) {
        int start = start(position);
        while (start > 0) {
            int above = start(start - 1);
            String line = text.substring(above, start).strip();
            boolean comment =
                    line.startsWith("//") || line.startsWith("/*") || line.startsWith("*/") || line.startsWith("* ");
            if (!comment) {
                return start;
            }
            start = above;
        }
        return start;
    }
}
