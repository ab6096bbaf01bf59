package mana.studio.demo;

/// Placeholder of the demo database.
public final class DemoServer {
    private DemoServer() {}
}
