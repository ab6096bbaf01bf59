package mana.studio.diagram;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A diagram as one SVG file whose text is text.
public final class SvgExport {
    private static final double MARGIN = 40;
    private static final String STRONG = "font-family=\"Inter, sans-serif\" font-weight=\"600\"";
    private static final String PLAIN = "font-family=\"Inter, sans-serif\"";
    private static final String MONO = "font-family=\"JetBrains Mono, monospace\"";

    private final Drawing drawing;
    private final Inks inks;
    private final Appendable out;

    private SvgExport(Drawing drawing, Inks inks, Appendable out) {
        this.drawing = drawing;
        this.inks = inks;
        this.out = out;
    }

    /// Writes the whole diagram.
    ///
    /// @param title what it is of
    public static void write(Drawing drawing, Inks inks, String title, Appendable out) throws IOException {
        new SvgExport(drawing, inks, out).write(title);
    }

    private void write(String title) throws IOException {
        Box page = drawing.bounds().grown(MARGIN);
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\">",
                number(page.width()),
                number(page.height()),
                number(page.x()),
                number(page.y()),
                number(page.width()),
                number(page.height()));
        line("<title>%s</title>", escaped(title));
        rectangle(page, 0, inks.paper(), "none", "");
        for (Edge edge : drawing.graph().edges()) {
            edge(edge);
        }
        for (Card card : drawing.graph().cards().values()) {
            card(card, drawing.box(card.key()).orElseThrow());
        }
        line("</svg>");
    }

    private void edge(Edge edge) throws IOException {
        List<Point> route = drawing.route(edge);
        String schema =
                drawing.card(edge.from()).map(card -> card.name().schema()).orElse("");
        String ink = edge.mark() == Mark.NONE
                ? inks.schema().apply(schema)
                : inks.pending().apply(edge.mark());
        String dash = edge.mark() == Mark.REMOVED ? " stroke-dasharray=\"6 4\"" : "";
        line(
                "<g fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"%s><title>%s</title>",
                ink, dash, escaped(edge.words()));
        line(
                "<polyline points=\"%s\"/>",
                route.stream()
                        .map(point -> number(point.x()) + "," + number(point.y()))
                        .collect(Collectors.joining(" ")));
        for (CrowsFoot foot : List.of(CrowsFoot.referring(edge, route), CrowsFoot.referred(edge, route))) {
            for (CrowsFoot.Line stroke : foot.lines()) {
                line(
                        "<path d=\"M%s %sL%s %s\"/>",
                        number(stroke.from().x()),
                        number(stroke.from().y()),
                        number(stroke.to().x()),
                        number(stroke.to().y()));
            }
            for (Point circle : foot.circle()) {
                line(
                        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>",
                        number(circle.x()), number(circle.y()), number(CrowsFoot.RADIUS), inks.paper());
            }
        }
        line("</g>");
    }

    private void card(Card card, Box box) throws IOException {
        String border =
                card.mark() == Mark.NONE ? inks.border() : inks.pending().apply(card.mark());
        String dash = card.mark() == Mark.REMOVED ? " stroke-dasharray=\"6 4\"" : "";
        line("<g><title>%s</title>", escaped(card.words()));
        rectangle(box, 6, inks.card(), border, dash);
        rectangle(
                new Box(box.x() + 6, box.y(), box.width() - 12, 3),
                1.5,
                inks.schema().apply(card.name().schema()),
                "none",
                "");
        double left = box.x() + Card.PAD;
        String note = card.note().isEmpty() ? "" : " · " + card.note();
        text(left, box.y() + 17, 10, PLAIN, inks.muted(), card.name().schema() + note);
        text(left, box.y() + 34, 13, STRONG, inks.text(), signed(card.mark(), card.title()));
        for (int at = 0; at < card.rows().size(); at++) {
            row(card, box, at);
        }
        if (card.hidden() > 0) {
            double y = box.y() + Card.middle(card.rows().size()) + 4;
            text(left, y, 11, PLAIN, inks.muted(), "… " + card.hidden() + " more columns");
        }
        line("</g>");
    }

    private void row(Card card, Box box, int at) throws IOException {
        Row row = card.rows().get(at);
        double y = box.y() + Card.middle(at) + 4;
        double nameX = box.x() + card.nameStart();
        double right = box.right() - Card.PAD - (row.is(Sign.NOT_NULL) ? 21 : 0);
        String ink = row.mark() == Mark.NONE ? inks.text() : inks.pending().apply(row.mark());
        text(box.x() + Card.PAD, y, 9, STRONG, inks.muted(), signed(row.mark(), row.keys()));
        text(nameX, y, 12, PLAIN, ink, row.name());
        double width = TextWidth.mono(row.type(), 11);
        double room = right - nameX - TextWidth.plain(row.name(), 12) - 8;
        String type = TextWidth.cut(row.type(), 11, Math.max(room, 30), TextWidth::mono);
        text(right - Math.min(width, TextWidth.mono(type, 11)), y, 11, MONO, inks.muted(), type);
        if (row.is(Sign.NOT_NULL)) {
            text(box.right() - Card.PAD - 14, y, 9, STRONG, inks.muted(), Sign.NOT_NULL.letters());
        }
    }

    private static String signed(Mark mark, String text) {
        return mark == Mark.NONE ? text : (mark.sign() + " " + text).strip();
    }

    private void rectangle(Box box, double radius, String fill, String stroke, String more) throws IOException {
        line(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\"%s/>",
                number(box.x()),
                number(box.y()),
                number(box.width()),
                number(box.height()),
                number(radius),
                fill,
                stroke,
                more);
    }

    private void text(double x, double y, double size, String font, String ink, String text) throws IOException {
        if (!text.isEmpty()) {
            line(
                    "<text x=\"%s\" y=\"%s\" font-size=\"%s\" %s fill=\"%s\">%s</text>",
                    number(x), number(y), number(size), font, ink, escaped(text));
        }
    }

    private void line(String format, Object... values) throws IOException {
        out.append(values.length == 0 ? format : format.formatted(values)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }

    /// As XML wants it; characters that it cannot hold are left out.
    private static String escaped(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' || c == '\t' || c == '\n')
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
