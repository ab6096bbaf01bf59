package mana.studio.catalog;

import java.sql.SQLException;

/// The server, or a pooler before it, does not let others join a transaction's snapshot.
final class ExportRefused extends Exception {
    ExportRefused(SQLException answer) {
        super(answer);
    }
}
