/// The diagram of a database: {@link mana.studio.ui.diagram.DiagramView}.
///
/// `DiagramModel` knows what is shown, selected and looked for, and changes the design; `Camera` which part of it is
/// seen. `DiagramCanvas` paints that part with the painters, `HitTest` says what is at a point, `DiagramMouse` and
/// `DiagramKeys` turn gestures into commands. Imports `ui.kit` and the engine's `design`, `diagram`, `schema`,
/// `settings`.
@NullMarked
package mana.studio.ui.diagram;

import org.jspecify.annotations.NullMarked;
