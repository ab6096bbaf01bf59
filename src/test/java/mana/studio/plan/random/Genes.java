package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Choices by name: the same seed chooses the same for the same name, whatever else is chosen. A mutated set chooses
/// anew for a share of the names.
///
/// @param seed     of all choices
/// @param mutation of those that are made anew
/// @param rate     their share, 0 to 1
record Genes(long seed, long mutation, double rate) {
    static Genes of(long seed) {
        return new Genes(seed, 0, 0);
    }

    Genes mutated(long with, double share) {
        return new Genes(seed, with, share);
    }

    private long value(String name) {
        boolean anew = rate > 0 && unit(hash(mutation ^ 0x5DEECE66DL, name)) < rate;
        return hash(anew ? mutation : seed, name);
    }

    /// True in some of a hundred cases.
    boolean chance(String name, int percent) {
        return unit(value(name)) * 100 < percent;
    }

    /// 0 to the limit, without it.
    int number(String name, int limit) {
        return (int) (unit(value(name)) * limit);
    }

    <T> T pick(String name, List<T> from) {
        return from.get(number(name, from.size()));
    }

    /// One of those that there are just now: stays the same when others come and go.
    <T> T steady(String name, List<T> from) {
        long own = value(name);
        return from.stream()
                .max(Comparator.comparingLong(one -> hash(own, one.toString())))
                .orElseThrow();
    }

    /// Some, each by a choice of its own, in their order.
    <T> List<T> some(String name, List<T> from, int percent) {
        List<T> chosen = new ArrayList<>();
        from.forEach(one -> {
            if (chance(name + "/" + one, percent)) {
                chosen.add(one);
            }
        });
        return chosen;
    }

    /// All, in an order by choice.
    <T> List<T> shuffled(String name, List<T> from) {
        long own = value(name);
        return from.stream()
                .sorted(Comparator.comparingLong(one -> hash(own, one.toString())))
                .toList();
    }

    /// SplitMix64 over the characters.
    private static long hash(long seed, String name) {
        long hash = seed * 0x9E3779B97F4A7C15L;
        for (int at = 0; at < name.length(); at++) {
            hash = mix(hash + name.charAt(at));
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static double unit(long value) {
        return (value >>> 11) * 0x1.0p-53;
    }
}
