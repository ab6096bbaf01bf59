package mana.studio.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.paint.Color;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Point;
import mana.studio.diagram.Row;
import mana.studio.diagram.Sign;
import mana.studio.diagram.TextWidth;

/// Paints tables: whole cards near, their names farther away, blocks of colour from afar.
final class CardPainter {
    /// From here on columns can be read.
    static final double NEAR = 0.49;
    /// From here on names can be.
    static final double MIDDLE = 0.12;

    private static final double DIM = 0.42;
    private static final double RADIUS = 6;
    private static final double STRIPE = 4;
    private static final double NOT_NULL = 21;

    private final Pen pen;
    private final Palette palette;
    private final Look look;

    CardPainter(Pen pen, Palette palette, Look look) {
        this.pen = pen;
        this.palette = palette;
        this.look = look;
    }

    void paint(Drawing drawing, List<Card> cards) {
        if (pen.scale() >= NEAR) {
            each(drawing, cards, this::body);
            // Text of one font after the other: changing it costs more than finding the cards again.
            pen.font(Pen.Face.PLAIN, 10);
            each(drawing, cards, this::schema);
            pen.font(Pen.Face.STRONG, 13);
            each(drawing, cards, this::title);
            pen.font(Pen.Face.PLAIN, 12);
            each(drawing, cards, this::names);
            pen.font(Pen.Face.MONO, 11);
            each(drawing, cards, this::types);
            pen.font(Pen.Face.STRONG, 9);
            each(drawing, cards, this::letters);
        } else if (pen.scale() >= MIDDLE) {
            each(drawing, cards, this::box);
        } else {
            each(drawing, cards, this::block);
        }
        pen.opacity(1);
    }

    private void each(Drawing drawing, List<Card> cards, BiConsumer<Card, Box> painting) {
        for (Card card : cards) {
            pen.opacity(look.dims(card.key()) ? DIM : 1);
            drawing.box(card.key()).ifPresent(box -> painting.accept(card, box));
        }
    }

    private void body(Card card, Box box) {
        boolean removed = card.mark() == Mark.REMOVED;
        pen.fill(box, RADIUS, palette.of(card.guest() ? Ink.GUEST : Ink.CARD));
        if (card.mark() != Mark.NONE) {
            pen.fill(new Box(box.x(), box.y(), box.width(), Card.HEADER), RADIUS, palette.of(Ink.softOf(card.mark())));
        }
        Color line = palette.of(Ink.LINE);
        pen.line(
                new Point(box.x() + 1, box.y() + Card.HEADER),
                new Point(box.right() - 2, box.y() + Card.HEADER),
                line,
                1);
        for (int at = 0; at < card.rows().size(); at++) {
            rowBackground(card, box, at);
        }
        pen.fill(
                new Box(box.x() + RADIUS, box.y(), box.width() - 2 * RADIUS, STRIPE),
                0,
                palette.ofSchema(card.name().schema()));
        border(card, box, removed);
    }

    private void border(Card card, Box box, boolean removed) {
        boolean selected = look.selected().equals(card.key());
        Color color = selected
                ? palette.of(Ink.ACCENT)
                : look.found().contains(card.key())
                        ? palette.of(Ink.FOUND)
                        : card.mark() == Mark.NONE ? palette.of(Ink.BORDER) : palette.of(Ink.of(card.mark()));
        boolean strong = selected || look.found().contains(card.key());
        pen.stroke(box, RADIUS, color, strong ? 2 : 1, removed);
    }

    private void rowBackground(Card card, Box box, int at) {
        Row row = card.rows().get(at);
        Hit.OnRow here = new Hit.OnRow(card.key(), at);
        Ink ink = here.equals(look.target())
                ? look.refused() ? Ink.REMOVED_SOFT : Ink.ADDED_SOFT
                : here.equals(look.source()) || here.equals(look.hover())
                        ? Ink.ACCENT_SOFT
                        : look.columns().contains(row.key()) ? Ink.FOUND_SOFT : Ink.softOf(row.mark());
        if (ink != Ink.CARD) {
            double top = box.y() + Card.HEADER + at * Card.ROW;
            pen.fill(new Box(box.x() + 1, top + 1, box.width() - 2, Card.ROW - 1), 0, palette.of(ink));
        }
    }

    private void schema(Card card, Box box) {
        String note = card.note().isEmpty() ? "" : " · " + card.note();
        String text = TextWidth.cut(card.name().schema() + note, 10, box.width() - 2 * Card.PAD, TextWidth::plain);
        pen.text(text, box.x() + Card.PAD, box.y() + 18, palette.of(Ink.MUTED));
    }

    private void title(Card card, Box box) {
        double left = box.x() + Card.PAD;
        if (card.mark() != Mark.NONE) {
            pen.text(card.mark().sign(), left, box.y() + 34, palette.of(Ink.of(card.mark())));
            left += 14;
        }
        String text = TextWidth.cut(card.title(), 13, box.right() - Card.PAD - left, TextWidth::strong);
        pen.text(text, left, box.y() + 34, palette.of(Ink.TEXT));
    }

    private void names(Card card, Box box) {
        double left = box.x() + card.nameStart();
        for (int at = 0; at < card.rows().size(); at++) {
            Row row = card.rows().get(at);
            double baseline = baseline(box, at);
            String name = TextWidth.cut(row.name(), 12, nameRoom(card, box, row), TextWidth::plain);
            pen.text(name, left, baseline, palette.of(Ink.of(row.mark())));
            if (row.mark() == Mark.REMOVED) {
                double middle = baseline - 4;
                double end = left + TextWidth.plain(name, 12);
                pen.line(new Point(left, middle), new Point(end, middle), palette.of(Ink.REMOVED), 1);
            }
        }
        if (card.hidden() > 0) {
            String more = "… " + card.hidden() + (card.hidden() == 1 ? " more column" : " more columns");
            pen.text(more, left, baseline(box, card.rows().size()), palette.of(Ink.MUTED));
        }
        if (look.selected().equals(card.key()) || look.hover().card().equals(card.key())) {
            if (card.mark() != Mark.REMOVED && !card.guest()) {
                boolean at = look.hover().equals(new Hit.OnFoot(card.key()));
                pen.text("+ column", left, box.bottom() - 5, palette.of(at ? Ink.ACCENT : Ink.MUTED));
            }
        }
    }

    /// A name goes before its type, but never takes all of the row.
    private static double nameRoom(Card card, Box box, Row row) {
        double room = right(box, row) - box.x() - card.nameStart();
        double type = TextWidth.mono(row.type(), 11);
        return Math.max(room - type - 8, Math.min(room * 0.62, room - 8));
    }

    private void types(Card card, Box box) {
        for (int at = 0; at < card.rows().size(); at++) {
            Row row = card.rows().get(at);
            double name = Math.min(TextWidth.plain(row.name(), 12), nameRoom(card, box, row));
            double room = right(box, row) - box.x() - card.nameStart() - name - 8;
            String type = TextWidth.cut(row.type(), 11, room, TextWidth::mono);
            double left = right(box, row) - TextWidth.mono(type, 11);
            pen.text(type, left, baseline(box, at), palette.of(row.mark() == Mark.REMOVED ? Ink.REMOVED : Ink.MUTED));
        }
    }

    private static double right(Box box, Row row) {
        return box.right() - Card.PAD - (row.is(Sign.NOT_NULL) ? NOT_NULL : 0);
    }

    private void letters(Card card, Box box) {
        for (int at = 0; at < card.rows().size(); at++) {
            Row row = card.rows().get(at);
            double baseline = baseline(box, at) - 1;
            double left = box.x() + 4;
            if (row.mark() != Mark.NONE) {
                pen.text(row.mark().sign(), left, baseline, palette.of(Ink.of(row.mark())));
            }
            pen.text(row.keys(), left + 9, baseline, palette.of(row.is(Sign.PRIMARY_KEY) ? Ink.FOUND : Ink.ACCENT));
            if (row.is(Sign.NOT_NULL)) {
                pen.text(Sign.NOT_NULL.letters(), box.right() - Card.PAD - 13, baseline, palette.of(Ink.MUTED));
            }
        }
    }

    private static double baseline(Box box, int row) {
        return box.y() + Card.middle(row) + 4;
    }

    /// A name as large as it can be on the screen, whatever the distance.
    private void box(Card card, Box box) {
        Color schema = palette.ofSchema(card.name().schema());
        pen.fill(
                box,
                0,
                palette.of(card.mark() == Mark.NONE ? card.guest() ? Ink.GUEST : Ink.CARD : Ink.softOf(card.mark())));
        pen.fill(new Box(box.x(), box.y(), box.width(), 14), 0, schema);
        border(card, box, card.mark() == Mark.REMOVED);
        name(card, box);
        schemaBelow(card, box);
    }

    /// The schema's name at the foot, where it fits whole: half a name says less than its colour.
    private void schemaBelow(Card card, Box box) {
        String schema = card.name().schema();
        double height = box.height() * pen.scale();
        if (height >= 44 && TextWidth.plain(schema, 9) <= box.width() * pen.scale() - 6) {
            double width = TextWidth.plain(schema, 9) / pen.scale();
            double baseline = box.bottom() - 5 / pen.scale();
            pen.fixedText(schema, Pen.Face.PLAIN, 9, box.centerX() - width / 2, baseline, palette.of(Ink.MUTED));
        }
    }

    /// In as many lines as it needs and there are.
    private void name(Card card, Box box) {
        String sign = card.mark() == Mark.NONE ? "" : card.mark().sign() + " ";
        double room = box.width() * pen.scale() - 6;
        String whole = sign + card.title();
        double size = TextWidth.strong(whole, 12) <= room ? 12 : TextWidth.strong(whole, 10) <= room ? 10 : 9;
        double foot = box.height() * pen.scale() >= 44 ? 12 : 0;
        int most = (int) Math.max(1, (box.height() * pen.scale() - 8 - foot) / (size + 2));
        List<String> lines = lines(whole, size, room, most);
        double middle = Math.min((box.height() * pen.scale() - foot) / 2, 70) + 2;
        double top = middle - lines.size() * (size + 2) / 2;
        for (int at = 0; at < lines.size(); at++) {
            double width = TextWidth.strong(lines.get(at), size) / pen.scale();
            double baseline = box.y() + (top + (at + 0.8) * (size + 2)) / pen.scale();
            pen.fixedText(
                    lines.get(at), Pen.Face.STRONG, size, box.centerX() - width / 2, baseline, palette.of(Ink.TEXT));
        }
    }

    /// Broken behind underscores; the last line takes what is left, cut.
    private static List<String> lines(String text, double size, double room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < most - 1 && TextWidth.strong(rest, size) > room) {
            int end = breakOf(rest, size, room);
            if (end <= 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        String last = TextWidth.cut(rest, size, room, TextWidth::strong);
        if (last.length() > 1) {
            lines.add(last);
        }
        return lines;
    }

    /// The last underscore up to which it fits; 0 for none.
    private static int breakOf(String text, double size, double room) {
        int best = 0;
        for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
            if (at > 0 && TextWidth.strong(text.substring(0, at + 1), size) <= room) {
                best = at + 1;
            }
        }
        return best;
    }

    private void block(Card card, Box box) {
        boolean stands = look.selected().equals(card.key()) || look.found().contains(card.key());
        Color color = card.mark() != Mark.NONE
                ? palette.of(Ink.of(card.mark()))
                : palette.ofSchema(card.name().schema());
        pen.fill(box, 0, color.deriveColor(0, 1, 1, 0.55));
        pen.fill(new Box(box.x(), box.y(), box.width(), 24), 0, color);
        if (stands) {
            pen.stroke(box, 0, palette.of(look.selected().equals(card.key()) ? Ink.ACCENT : Ink.FOUND), 2, false);
        }
    }
}
