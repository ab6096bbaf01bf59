/// What a database is to become, as a person designs it: a value with undo and redo, the edits that make it, what is
/// pending in it, and how it follows a database that changes underneath. Nothing here changes a database. Imports
/// `plan`, `schema`, `sql`.
@NullMarked
package mana.studio.design;

import org.jspecify.annotations.NullMarked;
