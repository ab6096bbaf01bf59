package mana.studio.ui.objects.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import javafx.scene.layout.BorderPane;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Identity;
import mana.studio.schema.Sequence;
import mana.studio.schema.Sequence.OwningColumn;
import mana.studio.schema.SequenceOptions;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The form of a sequence.
public final class SequenceForm extends BorderPane {
    private static final String NO_COLUMN = "no column";

    private final ThingModel<Sequence> model;
    private final FormPane<Sequence> pane;

    /// @param sequence  found by identity in the design, whatever it is called
    /// @param highlight shared with the preview beside it
    public SequenceForm(Session session, Identity sequence, Highlight highlight) {
        model = new ThingModel<>(session, sequence, Thing.object("sequence", Sequence.class));
        pane = new FormPane<>(model, highlight);
        pane.row(TextEntry.nameOf(model, now -> now.name().name()), SchemaEntry.of(model, Sequence::name))
                .row(
                        type(),
                        number("Start", SequenceOptions::start, SequenceForm::withStart),
                        number("Increment", SequenceOptions::increment, SequenceForm::withIncrement))
                .row(
                        number("Minimum", SequenceOptions::minimum, SequenceForm::withMinimum),
                        number("Maximum", SequenceOptions::maximum, SequenceForm::withMaximum),
                        number("Cache", SequenceOptions::cache, SequenceForm::withCache))
                .row(cycle(), ownedBy())
                .wide(TextEntry.prose(
                        model,
                        "Comment",
                        Field.COMMENT,
                        now -> Texts.of(now.comment()),
                        (now, text) -> now.withComment(Texts.orNull(text))))
                .follow();
        setCenter(pane);
    }

    /// Follows the design no longer.
    public void close() {
        pane.close();
    }

    /// Gives the focus to the name.
    @Override
    public void requestFocus() {
        pane.takeFocus();
    }

    /// Gives the focus to a field; nothing for another thing's.
    public void show(Spot spot) {
        pane.show(spot);
    }

    /// Limits that were the type's own become the other type's.
    private ChoiceEntry<Sequence> type() {
        return new ChoiceEntry<>(
                model,
                "Type",
                Field.TYPE,
                _ -> List.of("smallint", "integer", "bigint"),
                now -> now.options().type(),
                (now, type) -> {
                    SequenceOptions old = now.options();
                    long maximum = old.maximum() == SequenceLimits.maximum(old.type())
                            ? SequenceLimits.maximum(type)
                            : old.maximum();
                    long minimum = old.minimum() == SequenceLimits.minimum(old.type())
                            ? SequenceLimits.minimum(type)
                            : old.minimum();
                    return now.withOptions(new SequenceOptions(
                            type, old.start(), old.increment(), minimum, maximum, old.cache(), old.cycle()));
                });
    }

    private TextEntry<Sequence> number(
            String name, ToLongFunction<SequenceOptions> get, BiFunction<SequenceOptions, Long, SequenceOptions> set) {
        return TextEntry.line(
                        model,
                        name,
                        Field.OPTIONS,
                        now -> Long.toString(get.applyAsLong(now.options())),
                        (now, text) -> now.withOptions(set.apply(now.options(), Long.parseLong(text.strip()))))
                .refusing(text -> refusal(text, set));
    }

    /// What the server would say of these options together.
    private String refusal(String text, BiFunction<SequenceOptions, Long, SequenceOptions> set) {
        long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            return text.isBlank() ? "A number is needed." : "This is no number that a sequence can count to.";
        }
        Sequence now = model.now();
        return now == null ? "" : contradiction(set.apply(now.options(), value));
    }

    static String contradiction(SequenceOptions options) {
        if (options.increment() == 0) {
            return "The increment must not be 0.";
        }
        if (options.cache() < 1) {
            return "The cache holds at least 1.";
        }
        if (options.minimum() >= options.maximum()) {
            return "The minimum must be less than the maximum.";
        }
        if (options.start() < options.minimum() || options.start() > options.maximum()) {
            return "The start must lie between minimum and maximum.";
        }
        return options.maximum() > SequenceLimits.maximum(options.type())
                        || options.minimum() < SequenceLimits.minimum(options.type())
                ? "A " + options.type() + " does not reach so far."
                : "";
    }

    private CheckEntry<Sequence> cycle() {
        return new CheckEntry<>(
                model,
                "Cycle",
                "Begin again at the end",
                Field.OPTIONS,
                now -> now.options().cycle(),
                (now, cycle) -> {
                    SequenceOptions old = now.options();
                    return now.withOptions(new SequenceOptions(
                            old.type(),
                            old.start(),
                            old.increment(),
                            old.minimum(),
                            old.maximum(),
                            old.cache(),
                            cycle));
                });
    }

    /// PostgreSQL wants owner and schema of both to be the same.
    private ChoiceEntry<Sequence> ownedBy() {
        return new ChoiceEntry<>(
                model,
                "Owned by (dropped with it)",
                Field.REFERENCE,
                SequenceForm::columns,
                now -> text(now.ownedBy()),
                (now, text) -> now.withOwnedBy(owner(text, now)));
    }

    private static List<String> columns(ThingState<Sequence> state) {
        List<String> columns = new ArrayList<>(List.of(NO_COLUMN));
        Sequence now = state.now();
        if (now != null) {
            state.database().schema(now.name().schema()).stream()
                    .flatMap(schema -> schema.tables().stream())
                    .filter(table -> table.owner().equals(now.owner()))
                    .forEach(table -> table.columns().stream()
                            .filter(column -> column.type().family() == Family.INTEGER && column.identity() == null)
                            .forEach(column -> columns.add(table.name().name() + "." + column.name())));
            String current = text(now.ownedBy());
            if (!columns.contains(current)) {
                columns.add(current);
            }
        }
        return columns;
    }

    private static String text(@Nullable OwningColumn owner) {
        return owner == null ? NO_COLUMN : owner.table().name() + "." + owner.column();
    }

    private @Nullable OwningColumn owner(String text, Sequence now) {
        ThingState<Sequence> state = model.state().get();
        return state == null
                ? now.ownedBy()
                : state.database().schema(now.name().schema()).stream()
                        .flatMap(schema -> schema.tables().stream())
                        .flatMap(table ->
                                table.columns().stream().map(column -> new OwningColumn(table.name(), column.name())))
                        .filter(owner -> text(owner).equals(text))
                        .findFirst()
                        .orElse(null);
    }

    private static SequenceOptions withStart(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), value, old.increment(), old.minimum(), old.maximum(), old.cache(), old.cycle());
    }

    private static SequenceOptions withIncrement(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), value, old.minimum(), old.maximum(), old.cache(), old.cycle());
    }

    private static SequenceOptions withMinimum(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), value, old.maximum(), old.cache(), old.cycle());
    }

    private static SequenceOptions withMaximum(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), old.minimum(), value, old.cache(), old.cycle());
    }

    private static SequenceOptions withCache(SequenceOptions old, long value) {
        return new SequenceOptions(
                old.type(), old.start(), old.increment(), old.minimum(), old.maximum(), value, old.cycle());
    }
}
