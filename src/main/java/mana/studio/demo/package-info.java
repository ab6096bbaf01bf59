/// The demo `mana_platform`: its migrations, as Drizzle writes them, and its data. Imports `connection`, `sql`.
@NullMarked
package mana.studio.demo;

import org.jspecify.annotations.NullMarked;
