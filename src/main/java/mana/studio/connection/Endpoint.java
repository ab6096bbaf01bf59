package mana.studio.connection;

/// One server of a connection.
///
/// @param host a name, an address, or the directory of a unix socket (then it starts with `/`)
public record Endpoint(String host, int port) {
    public static final int DEFAULT_PORT = 5432;

    public boolean isUnixSocket() {
        return host.startsWith("/");
    }

    /// Whether it can only be this machine: decided by the text, without asking a name server.
    public boolean isLoopback() {
        return isUnixSocket()
                || host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || host.startsWith("127.");
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
