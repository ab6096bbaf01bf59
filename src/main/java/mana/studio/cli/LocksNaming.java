package mana.studio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import mana.studio.connection.Incident;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.DatabaseKeys;
import mana.studio.locks.names.HashedTexts;
import mana.studio.locks.names.Letters;
import mana.studio.locks.names.LockNames;
import mana.studio.locks.names.Registry;
import mana.studio.locks.names.SourceScan;
import mana.studio.locks.names.ToolKeys;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;

/// What locks are called, by all that the command line has to go by.
final class LocksNaming {
    private LocksNaming() {}

    /// @param project a folder of sources; null for none
    static LockNames of(@Nullable Path project, Incident incident, Capabilities capabilities)
            throws SQLException, CliException {
        LockNames own = Registry.file(Places.ofUser()).load();
        LockNames computed = new DatabaseKeys(capabilities.databaseId(), capabilities.database());
        if (project == null) {
            return own.or(new ToolKeys()).or(computed).or(new Letters());
        }
        SourceScan scan = scan(project);
        LockNames hashed = incident.look(session -> HashedTexts.of(session, scan.mentions()));
        return Registry.ofProject(project)
                .or(own)
                .or(scan)
                .or(new ToolKeys())
                .or(computed)
                .or(hashed)
                .or(new Letters());
    }

    private static SourceScan scan(Path project) throws CliException {
        if (!Files.isDirectory(project)) {
            throw new CliException("There is no folder " + project + ".", "Give a folder that exists.");
        }
        try {
            return SourceScan.of(project);
        } catch (IOException unreadable) {
            throw new CliException(
                    "The folder " + project + " cannot be read.", String.valueOf(unreadable.getMessage()));
        }
    }
}
