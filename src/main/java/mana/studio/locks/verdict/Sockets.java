package mana.studio.locks.verdict;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mana.studio.locks.Backend;
import mana.studio.locks.look.Capabilities;
import org.jspecify.annotations.Nullable;

/// The TCP connections that this computer knows, as Linux lists them. A server cannot know that its client is gone
/// while it runs a statement; the computer where either end of the connection is does.
///
/// @param states by their two ends, the near one first
record Sockets(Map<Pair, State> states) {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    /// Both ends of a connection, seen from one of them.
    record Pair(End near, End far) {}

    record End(InetAddress address, int port) {}

    /// What became of a connection, at one of its ends (Linux, `include/net/tcp_states.h`).
    enum State {
        /// Both ends are there.
        ESTABLISHED,
        /// The far end has closed.
        CLOSED_THERE,
        /// The near end has closed.
        CLOSED_HERE,
        OTHER
    }

    /// What is known now; empty on a system without such a list.
    static Optional<Sockets> now() {
        Map<Pair, State> states = new HashMap<>();
        boolean found = false;
        for (Path table : TABLES) {
            try {
                read(Files.readAllLines(table, StandardCharsets.US_ASCII), states);
                found = true;
            } catch (IOException notHere) {
                // Another system, or one without IPv6.
            }
        }
        return found ? Optional.of(new Sockets(states)) : Optional.empty();
    }

    static Sockets of(List<String> lines) {
        Map<Pair, State> states = new HashMap<>();
        read(lines, states);
        return new Sockets(states);
    }

    private static void read(List<String> lines, Map<Pair, State> states) {
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            if (words.length > 3 && words[1].contains(":") && words[2].contains(":")) {
                states.put(new Pair(end(words[1]), end(words[2])), state(words[3]));
            }
        }
    }

    private static State state(String code) {
        return switch (code) {
            case "01" -> State.ESTABLISHED;
            // FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSING
            case "04", "05", "06", "0B" -> State.CLOSED_HERE;
            // CLOSE_WAIT, LAST_ACK
            case "08", "09" -> State.CLOSED_THERE;
            default -> State.OTHER;
        };
    }

    /// `0100007F:1538`: words of four bytes, each written as the number it is on this machine, and the port.
    private static End end(String text) {
        int colon = text.indexOf(':');
        byte[] bytes = HexFormat.of().parseHex(text, 0, colon);
        for (int word = 0; word + 4 <= bytes.length; word += 4) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        try {
            return new End(InetAddress.getByAddress(bytes), Integer.parseInt(text.substring(colon + 1), 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    private static void swap(byte[] bytes, int one, int other) {
        byte kept = bytes[one];
        bytes[one] = bytes[other];
        bytes[other] = kept;
    }

    /// Whether the client of a session has closed its end. True only where one of the two ends is seen here and says
    /// so: addresses alone prove nothing, as a tunnel or a container has the same ones.
    boolean isGone(Backend.@Nullable Client client, Capabilities server) {
        if (client == null || client.address() == null || client.port() <= 0 || server.port() == 0) {
            return false;
        }
        try {
            End near = new End(InetAddress.ofLiteral(client.address()), client.port());
            End far = new End(InetAddress.ofLiteral(server.address()), server.port());
            State here = states.get(new Pair(near, far));
            State there = states.get(new Pair(far, near));
            return here != State.ESTABLISHED
                    && there != State.ESTABLISHED
                    && (here == State.CLOSED_HERE || there == State.CLOSED_THERE);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /// Whether the client's end of a session's connection is on this computer.
    boolean isHere(Backend.@Nullable Client client, Capabilities server) {
        if (client == null || client.address() == null || client.port() <= 0 || server.port() == 0) {
            return false;
        }
        try {
            return states.containsKey(new Pair(
                    new End(InetAddress.ofLiteral(client.address()), client.port()),
                    new End(InetAddress.ofLiteral(server.address()), server.port())));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
