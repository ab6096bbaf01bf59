package mana.studio.ui.tour;

import java.util.function.BooleanSupplier;

/// A screen of the tour.
///
/// @param name    of its picture: `data`
/// @param go      brings the window there
/// @param arrived whether it shows what the picture is to show
record Stop(String name, Runnable go, BooleanSupplier arrived) {}
