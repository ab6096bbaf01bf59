package mana.studio.drizzle.files;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.drizzle.files.Migration.SnapshotFile;

/// How the snapshots of a folder hang together by the ids of their parents.
final class Chain {
    private final List<Migration> migrations;
    private final Set<String> ids;
    private final Map<String, List<String>> parents = new HashMap<>();

    /// @param snapshots all of the folder, also those of no migration
    Chain(List<Migration> migrations, Collection<SnapshotFile> snapshots) {
        this.migrations = migrations;
        this.ids = snapshots.stream().map(SnapshotFile::id).collect(Collectors.toSet());
        migrations.forEach(migration -> {
            if (migration.snapshot() instanceof SnapshotFile file) {
                ids.add(file.id());
            }
        });
        snapshots.forEach(snapshot -> parents.put(snapshot.id(), snapshot.parents()));
    }

    List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Map<String, List<Migration>> children = new LinkedHashMap<>();
        Set<Path> seen = new HashSet<>();
        for (Migration migration : migrations) {
            SnapshotFile snapshot = migration.snapshot();
            if (snapshot == null || !seen.add(snapshot.path())) {
                continue;
            }
            for (String parent : snapshot.parents()) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(migration);
                if (!parent.equals(SnapshotHeader.NO_PARENT) && !ids.contains(parent)) {
                    flaws.add(new Flaw.BrokenChain(migration, parent));
                }
            }
        }
        children.forEach((parent, both) -> {
            if (both.size() > 1 && !isJoined(both)) {
                flaws.add(new Flaw.Collision(parent, List.copyOf(both)));
            }
        });
        return flaws;
    }

    /// Whether a later snapshot of 1.0 has all of them among its ancestors: then the branches were brought together.
    private boolean isJoined(List<Migration> branches) {
        Set<String> wanted = branches.stream()
                .map(Migration::snapshot)
                .filter(SnapshotFile.class::isInstance)
                .map(snapshot -> ((SnapshotFile) snapshot).id())
                .collect(Collectors.toSet());
        return wanted.size() > 1
                && parents.entrySet().stream()
                        .filter(snapshot -> snapshot.getValue().size() > 1)
                        .anyMatch(snapshot -> ancestors(snapshot.getKey()).containsAll(wanted));
    }

    private Set<String> ancestors(String id) {
        Set<String> found = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(id));
        while (!ahead.isEmpty()) {
            for (String parent : parents.getOrDefault(ahead.pop(), List.of())) {
                if (found.add(parent)) {
                    ahead.push(parent);
                }
            }
        }
        return found;
    }
}
