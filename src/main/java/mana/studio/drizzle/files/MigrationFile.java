package mana.studio.drizzle.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One migration's SQL.
///
/// @param text the whole file
public record MigrationFile(Path path, String text) {
    /// What drizzle-orm's `readMigrationFiles` splits at, wherever it stands, even inside a literal.
    public static final String BREAKPOINT = "--> statement-breakpoint";

    /// The hash that the migrator records: SHA-256 of the text, lower-case hex (drizzle-orm/src/migrator.ts).
    public String hash() {
        return sha256(text);
    }

    /// The hash that the file would have with the other line ends: a checkout on Windows changes nothing else.
    public String hashWithLineFeeds() {
        return sha256(text.replace("\r\n", "\n"));
    }

    /// The hash that the file would have with carriage returns.
    public String hashWithCarriageReturns() {
        return sha256(text.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    /// What the migrator sends one after the other: split at the marker, neither trimmed nor cleaned of empty ones.
    public List<String> chunks() {
        return List.of(text.split(BREAKPOINT, -1));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
