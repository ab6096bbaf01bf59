package mana.studio.drizzle.history;

import java.util.List;
import java.util.stream.Stream;

/// The ways out of what a history says.
public final class Repairs {
    private Repairs() {}

    /// What can be done about an entry; the best first.
    public static List<Repair> of(Entry entry, History history) {
        return Stream.concat(new FileRepairs(history).of(entry).stream(), new RowRepairs(history).of(entry).stream())
                .toList();
    }

    /// What can be done about the whole.
    public static List<Repair> of(Trouble trouble, History history) {
        return Stream.concat(
                        new FileRepairs(history).of(trouble).stream(), new RowRepairs(history).of(trouble).stream())
                .toList();
    }
}
