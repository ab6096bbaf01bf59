package mana.studio.drizzle.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Things of a database beside what a snapshot says of them. A snapshot may hold names that are too long; the server
/// has cut them.
final class Pairs {
    private static final int LONGEST = 63;

    private Pairs() {}

    /// A name as the server has it: its first 63 bytes, never half a character.
    static String cut(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /// What the snapshot calls so.
    static <P> Optional<P> find(List<P> previous, Function<P, @Nullable String> name, String wanted) {
        return previous.stream()
                .filter(thing -> {
                    String called = name.apply(thing);
                    return called != null && cut(called).equals(wanted);
                })
                .findFirst();
    }

    /// What the database has, in the snapshot's order, what is new behind.
    static <P, N> List<N> ordered(
            List<P> previous, Function<P, @Nullable String> oldName, List<N> now, Function<N, String> name) {
        Map<String, N> left = new LinkedHashMap<>();
        now.forEach(thing -> left.put(name.apply(thing), thing));
        List<N> ordered = new ArrayList<>();
        previous.stream()
                .map(oldName)
                .filter(Objects::nonNull)
                .map(called -> left.remove(cut(called)))
                .filter(Objects::nonNull)
                .forEach(ordered::add);
        ordered.addAll(left.values());
        return ordered;
    }
}
