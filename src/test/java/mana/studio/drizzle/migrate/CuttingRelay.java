package mana.studio.drizzle.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import mana.studio.connection.Endpoint;

/// Stands between the studio and the server, and cuts a session at the first COMMIT after a certain text: either before
/// the server hears it, or before the studio hears the answer.
final class CuttingRelay implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Endpoint server;
    private final String after;
    private final boolean heard;

    /// @param after what a session sends before it is cut
    /// @param heard whether the server hears the COMMIT
    CuttingRelay(Endpoint server, String after, boolean heard) throws IOException {
        this.server = server;
        this.after = after;
        this.heard = heard;
        Thread.ofVirtual().start(this::accept);
    }

    Endpoint endpoint() {
        return new Endpoint("127.0.0.1", listening.getLocalPort());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                new Session(listening.accept(), new Socket(server.host(), server.port())).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private final class Session {
        private final Socket studio;
        private final Socket database;
        private boolean armed;
        private volatile boolean cut;

        Session(Socket studio, Socket database) {
            this.studio = studio;
            this.database = database;
        }

        void start() {
            Thread.ofVirtual().start(() -> pump(studio, database, true));
            Thread.ofVirtual().start(() -> pump(database, studio, false));
        }

        private void pump(Socket from, Socket to, boolean asking) {
            byte[] bytes = new byte[65_536];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (asking && isLast(new String(bytes, 0, read, StandardCharsets.ISO_8859_1))) {
                        cut = true;
                        if (!heard) {
                            return;
                        }
                    } else if (!asking && cut) {
                        return;
                    }
                    out.write(bytes, 0, read);
                    out.flush();
                }
            } catch (IOException closed) {
                // One side has gone, and the other goes with it.
            }
        }

        private boolean isLast(String sent) {
            boolean last = armed && sent.contains("COMMIT");
            armed |= sent.contains(after);
            return last;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
