package mana.studio.diagram;

/// A place in a diagram, in pixels at 100 %.
public record Point(double x, double y) {}
