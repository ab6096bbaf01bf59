package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.typescript.Code.Call;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.Source.Chain;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.drizzle.typescript.TableCode.ColumnCode;

/// The new text of a column: only the calls that say something else are touched, so that `$type`, `$onUpdate` and
/// comments stay.
final class ColumnPatch {
    private final Patching patching;
    private final Source source;
    private final ColumnCode code;
    private final Side old;
    private final Side now;
    private final int steps;
    private final Edits edits = new Edits();
    private boolean left;

    /// A column of a table, before or after.
    record Side(DrizzleTable table, DrizzleColumn column, Columns columns) {}

    ColumnPatch(Patching patching, Source source, ColumnCode code, Side old, Side now, int steps) {
        this.patching = patching;
        this.source = source;
        this.code = code;
        this.old = old;
        this.now = now;
        this.steps = steps;
    }

    /// @param elsewhere takes a constraint away that stands behind the columns instead of at this one
    /// @return nothing where it is left by hand, which is said
    Optional<String> text(BiPredicate<Facet, List<Call>> elsewhere) {
        Uses uses = new Uses();
        Property wanted = now.columns().ofTable(now.table(), now.column(), uses);
        Chain chain = code.chain();
        if (chain == null) {
            return leave("it is declared by " + source.text(code.piece()));
        }
        if (patching.wouldCircle(source, uses)) {
            return leave("the table that it refers to stands in a file which imports this one");
        }
        if (isOurs()) {
            patching.uses(source).addAll(uses);
            return Optional.of(printed(wanted));
        }
        Segment head = head(chain);
        Call expected = old.columns().head(old.column(), code.property(), new Uses());
        if (!head.name().equals(expected.function())) {
            return leave("its type comes from " + head.name() + "(), which is not known here");
        }
        patching.uses(source).addAll(uses);
        changeHead(head, expected);
        Map<Facet, List<Call>> before = old.columns().links(old.table(), old.column(), new Uses());
        Map<Facet, List<Call>> after = now.columns().links(now.table(), now.column(), new Uses());
        for (Facet facet : Facet.values()) {
            List<Call> was = before.getOrDefault(facet, List.of());
            List<Call> is = adapted(facet, after.getOrDefault(facet, List.of()), head, expected);
            if (!was.equals(is) || mentionsOldName(chain, facet)) {
                change(chain, facet, was, is, elsewhere);
            }
        }
        if (left) {
            return Optional.empty();
        }
        return Optional.of(edits.apply(source.text(), source.start(code.piece()), source.end(code.piece())));
    }

    /// Whether the file has what we would have written, so that it can be written anew and well broken into lines.
    private boolean isOurs() {
        Property written = old.columns().ofTable(old.table(), old.column(), new Uses());
        Property asThere = new Property(written.key(), named(written.value()));
        return blankless(printed(asThere)).equals(blankless(source.text(code.piece())));
    }

    /// Before a rename the name in the code is another.
    private Code named(Code value) {
        if (code.column().equals(old.column().name())) {
            return value;
        }
        Code name = Code.string(code.column());
        return switch (value) {
            case Code.Chain(Call head, List<Call> links) -> new Code.Chain(withName(head, name), links);
            case Call head -> withName(head, name);
            default -> value;
        };
    }

    private static Call withName(Call head, Code name) {
        List<Code> arguments = new ArrayList<>(head.arguments());
        if (!arguments.isEmpty()) {
            arguments.set(0, name);
        }
        return new Call(head.function(), arguments);
    }

    private String printed(Property property) {
        String key = property.key() + ": ";
        int before = steps * 2 + key.length();
        return key + patching.printer(source).print(property.value(), steps, before, 1);
    }

    private static String blankless(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Segment head(Chain chain) {
        return chain.segments().stream()
                .filter(segment -> segment.arguments() != null)
                .findFirst()
                .orElse(chain.first());
    }

    private void changeHead(Segment head, Call expected) {
        Call wanted = now.columns().head(now.column(), code.property(), new Uses());
        boolean renamed = !code.column().equals(now.column().name());
        if (!wanted.function().equals(expected.function()) || !config(wanted).equals(config(expected))) {
            List<Code> arguments = new ArrayList<>();
            if (code.named() || renamed) {
                arguments.add(Code.string(now.column().name()));
            }
            arguments.addAll(config(wanted));
            int start = head.start() + (source.text().charAt(head.start()) == '.' ? 1 : 0);
            edits.replace(start, head.end(), print(new Call(wanted.function(), arguments)));
        } else if (renamed && code.named()) {
            Token name = source.token(head.args().getFirst().from());
            edits.replace(
                    name.start(),
                    name.end(),
                    Patching.quoted(source, now.column().name()));
        } else if (renamed) {
            String name = Patching.quoted(source, now.column().name());
            edits.insert(
                    source.text().indexOf('(', head.start()) + 1, head.args().isEmpty() ? name : name + ", ");
        }
    }

    private static List<Code> config(Call head) {
        return head.arguments().stream()
                .filter(argument -> !(argument instanceof Code.Text))
                .toList();
    }

    /// In another mode than ours a value would be of the wrong type: SQL is right in every mode.
    private List<Call> adapted(Facet facet, List<Call> calls, Segment head, Call expected) {
        String config = head.args().size() > (code.named() ? 1 : 0)
                ? blankless(source.text(head.args().getLast()))
                : "";
        String ours =
                config(expected).stream().map(each -> blankless(print(each))).collect(Collectors.joining());
        boolean shorthand = calls.stream().anyMatch(call -> call.arguments().isEmpty());
        return facet == Facet.DEFAULT
                        && !shorthand
                        && !config.equals(ours)
                        && now.column().defaultValue() instanceof DefaultValue.Sql(String text)
                ? List.of(Code.call("default", patching.uses(source).sql(text)))
                : calls;
    }

    private void change(
            Chain chain, Facet facet, List<Call> was, List<Call> is, BiPredicate<Facet, List<Call>> elsewhere) {
        List<Segment> there = chain.segments().stream()
                .filter(segment -> segment != head(chain))
                .filter(segment -> Facet.of(segment.name()).equals(Optional.of(facet)))
                .toList();
        boolean missing = there.isEmpty() && !was.isEmpty() && !elsewhere.test(facet, was);
        if (missing) {
            leave("." + was.getFirst().function() + "() was expected at it");
            return;
        }
        for (int position = 0; position < Math.max(there.size(), is.size()); position++) {
            if (position >= there.size()) {
                insert(chain, facet, is.get(position));
            } else if (position >= is.size()) {
                Segment gone = there.get(position);
                edits.remove(before(chain, gone).end(), gone.end());
            } else {
                edits.replace(there.get(position).start(), there.get(position).end(), "." + print(is.get(position)));
            }
        }
    }

    private void insert(Chain chain, Facet facet, Call call) {
        List<Segment> segments = chain.segments();
        Segment anchor = segments.stream()
                .filter(segment -> segment != head(chain))
                .filter(segment -> Facet.of(segment.name())
                        .filter(each -> each.compareTo(facet) > 0)
                        .isPresent())
                .findFirst()
                .map(segment -> before(chain, segment))
                .orElse(segments.getLast());
        Segment last = segments.getLast();
        Lines lines = Lines.of(source.text());
        boolean broken = segments.size() > 1 && lines.startsLine(last.start());
        String start = broken ? lines.newline() + lines.indent(last.start()) : "";
        edits.insert(anchor.end(), start + "." + print(call));
    }

    private static Segment before(Chain chain, Segment segment) {
        return chain.segments().get(chain.segments().indexOf(segment) - 1);
    }

    /// An expression that names a renamed column itself does not follow by itself.
    private boolean mentionsOldName(Chain chain, Facet facet) {
        return facet == Facet.GENERATED
                && !patching.oldNames(now.table().name()).isEmpty()
                && chain.segments().stream()
                        .filter(segment -> Facet.of(segment.name()).equals(Optional.of(facet)))
                        .anyMatch(segment -> patching.mentionsOldName(
                                now.table().name(), source.text().substring(segment.start(), segment.end())));
    }

    private String print(Code call) {
        return patching.printer(source).print(call, steps, steps * 2, 1);
    }

    private Optional<String> leave(String reason) {
        left = true;
        Property wanted = now.columns().ofTable(now.table(), now.column(), new Uses());
        patching.leave(
                source,
                source.start(code.piece()),
                "let column %s of %s be `%s` (%s)."
                        .formatted(now.column().name(), now.table().name(), flat(printed(wanted)), reason));
        return Optional.empty();
    }

    private static String flat(String text) {
        return text.replaceAll("\\s*\\n\\s*", "");
    }
}
