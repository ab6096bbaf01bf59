package mana.studio.drizzle.write;

import java.util.ArrayList;
import java.util.List;
import mana.studio.drizzle.write.Composition.Part;

/// Puts a person's own statements where they want them among those of the migrations.
final class OwnPlaces {
    private final List<OwnStatement> waiting;
    private final List<String> remarks = new ArrayList<>();

    OwnPlaces(List<OwnStatement> own) {
        this.waiting = new ArrayList<>(own);
    }

    /// The migrations with them in it. What would stand before something that is not there any more stands at the end.
    List<Part> in(List<Part> parts) {
        List<Part> all = new ArrayList<>(parts.stream().map(this::before).toList());
        if (all.isEmpty()) {
            return all;
        }
        Part last = all.removeLast();
        List<String> statements = new ArrayList<>(last.statements());
        for (OwnStatement own : waiting) {
            statements.addAll(own.statements());
            if (own.before() != null) {
                remarks.add("What it stood before is gone, so it stands at the end: "
                        + own.statements().getFirst());
            }
        }
        all.add(new Part(last.name(), statements, last.note(), last.reached()));
        return all;
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private Part before(Part part) {
        List<String> statements = new ArrayList<>();
        for (String statement : part.statements()) {
            List<OwnStatement> here = waiting.stream()
                    .filter(own -> statement.equals(own.before()))
                    .toList();
            here.forEach(own -> statements.addAll(own.statements()));
            waiting.removeAll(here);
            statements.add(statement);
        }
        return new Part(part.name(), statements, part.note(), part.reached());
    }
}
