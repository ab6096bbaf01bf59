/// What a diagram of a database shows, where, and as a file. {@link mana.studio.diagram.DiagramGraph} says which cards
/// and edges there are and what is pending in them, {@link mana.studio.diagram.LayeredLayout} where they go,
/// {@link mana.studio.diagram.Positions} keeps that, {@link mana.studio.diagram.Drawing} is all of it with the edges
/// routed and found by place. {@link mana.studio.diagram.DiagramEdits} changes a design from it. No windows, no server.
/// Imports `design`, `plan`, `schema`, `settings`, `sql`.
@NullMarked
package mana.studio.diagram;

import org.jspecify.annotations.NullMarked;
