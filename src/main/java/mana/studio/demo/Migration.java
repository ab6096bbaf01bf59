package mana.studio.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A migration of a Drizzle folder.
///
/// @param tag  its file's name without `.sql`
/// @param when the journal's moment of its generation, in milliseconds since 1970: what the migrator decides by
/// @param sql  the file as it is
record Migration(String tag, long when, String sql) {
    private static final String BREAKPOINT = "--> statement-breakpoint";

    /// The pieces the migrator sends one by one; a piece may hold several statements.
    List<String> pieces() {
        return List.of(sql.split(BREAKPOINT, -1));
    }

    /// What the migrator writes down: the SHA-256 of the file, in lower-case hex digits.
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
