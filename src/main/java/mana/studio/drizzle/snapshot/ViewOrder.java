package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mana.studio.drizzle.model.DrizzleView;

/// The views that are to be made, those that others read first. What a view reads is seen by its text: an order too
/// many does no harm.
final class ViewOrder {
    private final List<DrizzleView> views;
    private final List<DrizzleView> ordered = new ArrayList<>();
    private final Set<DrizzleView> seen = new HashSet<>();

    private ViewOrder(List<DrizzleView> views) {
        this.views = views;
    }

    static List<DrizzleView> of(List<DrizzleView> views) {
        ViewOrder order = new ViewOrder(views.stream()
                .filter(view -> !view.existing() && view.definition() != null)
                .toList());
        order.views.forEach(order::visit);
        return order.ordered;
    }

    private void visit(DrizzleView view) {
        if (seen.add(view)) {
            views.stream()
                    .filter(other -> !other.name().equals(view.name()) && mentions(view, other))
                    .forEach(this::visit);
            ordered.add(view);
        }
    }

    private static boolean mentions(DrizzleView view, DrizzleView other) {
        String name = Pattern.quote(other.name().name());
        return view.definition() != null
                && Pattern.compile("(?<![\\w$])" + name + "(?![\\w$])")
                        .matcher(view.definition())
                        .find();
    }
}
