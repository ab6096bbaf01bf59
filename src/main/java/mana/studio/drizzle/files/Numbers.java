package mana.studio.drizzle.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the numbers and times of a journal's migrations say against each other.
final class Numbers {
    private static final String SQL = ".sql";

    private Numbers() {}

    /// Two files with one number, whether or not the journal names both.
    static List<Flaw> duplicates(List<Migration> migrations, List<Path> strays) {
        Map<String, List<String>> byNumber = new TreeMap<>();
        Stream<String> named = migrations.stream().map(Migration::tag);
        Stream<String> others = strays.stream()
                .map(stray -> stray.getFileName().toString())
                .filter(name -> !name.equals(DatedFolders.SQL))
                .map(name -> name.substring(0, name.length() - SQL.length()));
        Stream.concat(named, others).distinct().forEach(tag -> {
            String number = JournalFolder.prefix(tag);
            if (!number.isEmpty() && number.chars().allMatch(Character::isDigit)) {
                byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(tag);
            }
        });
        List<Flaw> flaws = new ArrayList<>();
        byNumber.forEach((number, tags) -> {
            if (tags.size() > 1) {
                flaws.add(new Flaw.DuplicateNumber(number, List.copyOf(tags)));
            }
        });
        return flaws;
    }

    /// Against the newest of all that stand before it: that is the one whose row decides.
    static List<Flaw> outOfOrder(List<Migration> migrations) {
        List<Flaw> flaws = new ArrayList<>();
        Migration newest = null;
        for (Migration migration : migrations) {
            if (newest != null && migration.when() <= newest.when()) {
                flaws.add(new Flaw.OutOfOrder(migration, newest));
            } else {
                newest = migration;
            }
        }
        return flaws;
    }
}
