/// What lies in a migrations folder, read by {@link mana.studio.drizzle.files.MigrationFolders}: the journal, the SQL
/// files, where the snapshots are. Read as it is, with what is wrong with it: the database judges nothing here, and
/// nothing is written. Imports nothing of the others.
@NullMarked
package mana.studio.drizzle.files;

import org.jspecify.annotations.NullMarked;
