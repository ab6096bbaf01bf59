package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.typescript.Source.Chain;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.drizzle.typescript.TableCode.ExtraCode;
import mana.studio.drizzle.typescript.TableCode.ExtrasCode;
import org.jspecify.annotations.Nullable;

/// Reads the callback behind the columns.
record ExtrasReader(Source source) {
    Optional<ExtrasCode> read(Piece piece) {
        int arrow = piece.from();
        while (arrow < piece.to() && !source.token(arrow).is("=>")) {
            arrow++;
        }
        if (arrow == piece.to() || arrow + 1 == piece.to()) {
            return Optional.empty();
        }
        String parameter = parameter(new Piece(piece.from(), arrow));
        Piece body = new Piece(arrow + 1, piece.to());
        Optional<List<Piece>> array = source.inside(body, "[", "]");
        if (array.isPresent()) {
            return Optional.of(new ExtrasCode(body, parameter, false, elements(array.get(), false)));
        }
        Piece object = new Piece(arrow + 2, piece.to() - 1);
        boolean wrapped = source.token(body.from()).is("(");
        return wrapped && object.from() < object.to()
                ? source.inside(object, "{", "}")
                        .map(list -> new ExtrasCode(object, parameter, true, elements(list, true)))
                : Optional.empty();
    }

    private String parameter(Piece head) {
        for (int at = head.from(); at < head.to(); at++) {
            if (source.token(at).kind() == Token.Kind.WORD) {
                return source.token(at).text();
            }
        }
        return "";
    }

    private List<ExtraCode> elements(List<Piece> pieces, boolean keyed) {
        return pieces.stream().flatMap(piece -> element(piece, keyed).stream()).toList();
    }

    private Optional<ExtraCode> element(Piece piece, boolean keyed) {
        boolean hasKey = keyed
                && piece.to() - piece.from() > 2
                && source.token(piece.from() + 1).is(":");
        if (keyed && !hasKey) {
            return Optional.empty();
        }
        Piece value = keyed ? new Piece(piece.from() + 2, piece.to()) : piece;
        return source.chain(value).map(chain -> {
            Segment head = chain.segments().stream()
                    .filter(each -> each.arguments() != null)
                    .findFirst()
                    .orElse(chain.first());
            return new ExtraCode(head.name(), name(head), columns(chain, head), piece, value);
        });
    }

    private @Nullable String name(Segment head) {
        if (head.args().isEmpty()) {
            return null;
        }
        Piece first = head.args().getFirst();
        return source.string(first)
                .or(() -> setting(first, "name").flatMap(source::string))
                .orElse(null);
    }

    private Optional<Piece> setting(Piece object, String key) {
        return source.inside(object, "{", "}").orElse(List.of()).stream()
                .filter(each -> each.to() - each.from() > 2
                        && source.token(each.from()).is(key)
                        && source.token(each.from() + 1).is(":"))
                .map(each -> new Piece(each.from() + 2, each.to()))
                .findFirst();
    }

    private List<String> columns(Chain chain, Segment head) {
        List<Piece> on = chain.call("on").map(Segment::args).orElse(List.of());
        List<Piece> columns = !on.isEmpty() || head.args().isEmpty()
                ? on
                : setting(head.args().getFirst(), "columns")
                        .flatMap(list -> source.inside(list, "[", "]"))
                        .orElse(List.of());
        return columns.stream()
                .filter(each -> each.to() - each.from() >= 3)
                .map(each -> source.token(each.from() + 2).text())
                .toList();
    }
}
