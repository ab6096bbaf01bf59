/// The engine on the command line: text for people, `--json` for scripts. May import every package but `ui`.
@NullMarked
package mana.studio.cli;

import org.jspecify.annotations.NullMarked;
