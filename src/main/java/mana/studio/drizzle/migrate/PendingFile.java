package mana.studio.drizzle.migrate;

import java.util.List;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;

/// A migration that is to run, in pieces.
///
/// @param done how many pieces are committed already, from an earlier run that stopped half-way
public record PendingFile(Migration migration, MigrationFile file, List<Piece> pieces, int done) {
    public PendingFile {
        pieces = List.copyOf(pieces);
    }
}
