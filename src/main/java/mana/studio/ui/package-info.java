/// The window. Nothing outside imports it. `shell` composes the features; features never import each other and talk
/// through {@link mana.studio.ui.kit.Navigator}.
@NullMarked
package mana.studio.ui;

import org.jspecify.annotations.NullMarked;
