package mana.studio.drizzle.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;

/// Tells whose migration a row is by the hashes of all files that are known.
public final class Attribution {
    /// Where no other service is known.
    public static final Attribution NONE = new Attribution(Map.of());

    private final Map<String, Owner.Of> byHash;

    private Attribution(Map<String, Owner.Of> byHash) {
        this.byHash = Map.copyOf(byHash);
    }

    /// @param folders by service
    public static Attribution of(Map<String, MigrationFolder> folders) {
        Map<String, Owner.Of> byHash = new HashMap<>();
        folders.forEach((service, folder) -> {
            for (Migration migration : folder.migrations()) {
                MigrationFile file = migration.file();
                if (file != null) {
                    Owner.Of owner = new Owner.Of(service, migration.tag());
                    hashes(file).forEach(hash -> byHash.putIfAbsent(hash, owner));
                }
            }
        });
        return new Attribution(byHash);
    }

    private static List<String> hashes(MigrationFile file) {
        return List.of(file.hash(), file.hashWithLineFeeds(), file.hashWithCarriageReturns());
    }

    public Owner of(BooksRow row) {
        Owner.Of owner = row.hash() == null ? null : byHash.get(row.hash());
        return owner == null ? new Owner.Unknown() : owner;
    }

    /// Whether a row is a migration of another service.
    boolean isOfOther(BooksRow row, String service) {
        return of(row) instanceof Owner.Of owner && !owner.service().equals(service);
    }
}
