/// What new tables start with: templates, as they are kept in a file that a person may edit, the tables made of them,
/// junctions between two tables, and copies. Imports `design`, `schema`, `settings`, `sql`.
@NullMarked
package mana.studio.design.template;

import org.jspecify.annotations.NullMarked;
