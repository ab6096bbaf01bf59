package mana.studio.connection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `postgresql://user:password@host:port,host:port/database?keyword=value`, as libpq reads it ("Connection URIs" in
/// its documentation): every part may be missing, every part may be percent-encoded.
final class UriNotation {
    private static final String UNRESERVED = "-._~";

    private final String text;
    private final Conninfo conninfo = new Conninfo();
    private int position;

    private UriNotation(String text) {
        this.text = text;
    }

    static boolean matches(String text) {
        return text.startsWith("postgres://") || text.startsWith("postgresql://");
    }

    static Conninfo read(String text) throws MalformedConnectionString {
        return new UriNotation(text).read();
    }

    private Conninfo read() throws MalformedConnectionString {
        position = text.indexOf("://") + 3;
        readUserInfo();
        int end = endOfAny("/?");
        readHosts(end);
        if (position < text.length() && text.charAt(position) == '/') {
            position++;
            end = endOfAny("?");
            if (end > position) {
                conninfo.put("dbname", decode(position, end, "database"));
            }
            position = end;
        }
        if (position < text.length()) {
            position++;
            readParameters();
        }
        return conninfo;
    }

    private void readUserInfo() throws MalformedConnectionString {
        int end = endOfAny("@/?");
        if (end == text.length() || text.charAt(end) != '@') {
            return;
        }
        if (text.substring(end + 1, endOfAny("/?")).indexOf('@') >= 0) {
            throw new MalformedConnectionString(
                    "There is more than one @ before the host. Write an @ in a user name or password as %40.");
        }
        int colon = text.substring(0, end).indexOf(':', position);
        int endOfUser = colon < 0 ? end : colon;
        if (endOfUser > position) {
            conninfo.put("user", decode(position, endOfUser, "user name"));
        }
        if (colon >= 0 && colon + 1 < end) {
            conninfo.put("password", decode(colon + 1, end, "password"));
        }
        position = end + 1;
    }

    private void readHosts(int end) throws MalformedConnectionString {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        boolean more = position < end;
        while (more) {
            int comma = text.indexOf(',', position);
            int stop = comma < 0 || comma > end ? end : comma;
            int endOfHost = endOfHost(stop);
            boolean bracketed = text.charAt(position) == '[';
            hosts.add(decode(bracketed ? position + 1 : position, bracketed ? endOfHost - 1 : endOfHost, "host"));
            ports.add(endOfHost < stop ? port(endOfHost + 1, stop) : "");
            more = stop < end;
            position = more ? stop + 1 : stop;
            if (more && position == end) {
                hosts.add("");
                ports.add("");
                more = false;
            }
        }
        if (hosts.stream().anyMatch(host -> !host.isEmpty()) || hosts.size() > 1) {
            conninfo.put("host", String.join(",", hosts));
        }
        if (ports.stream().anyMatch(port -> !port.isEmpty())) {
            conninfo.put("port", String.join(",", ports));
        }
    }

    /// The end of the host that starts here: behind the `]` of an IPv6 address, or at the colon before the port.
    private int endOfHost(int stop) throws MalformedConnectionString {
        if (position < stop && text.charAt(position) == '[') {
            int bracket = text.indexOf(']', position);
            if (bracket < 0 || bracket >= stop) {
                throw new MalformedConnectionString(
                        "The [ at character " + (position + 1) + " has no ]. Write an IPv6 address as [::1].");
            }
            if (bracket + 1 < stop && text.charAt(bracket + 1) != ':') {
                throw new MalformedConnectionString(
                        "After the ] at character " + (bracket + 1) + " only a port (:5432) or / may follow.");
            }
            return bracket + 1;
        }
        int colon = text.indexOf(':', position);
        if (colon < 0 || colon >= stop) {
            return stop;
        }
        int second = text.indexOf(':', colon + 1);
        if (second >= 0 && second < stop && text.indexOf('@', stop) < 0) {
            throw new MalformedConnectionString("The host at character " + (position + 1)
                    + " holds more than one colon. Write an IPv6 address in brackets, as [::1]:5432.");
        }
        return colon;
    }

    private String port(int from, int to) throws MalformedConnectionString {
        String port = text.substring(from, to);
        if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // Perhaps no port but the start of a password: it must not be repeated.
            throw new MalformedConnectionString(
                    text.indexOf('@', to) >= 0
                            ? "A / or ? stands before the @ (character " + (to + 1)
                                    + "). In a password write / as %2F, ? as %3F, # as %23."
                            : "The port at character " + (from + 1) + " is not a number, such as 5432.");
        }
        return port;
    }

    private void readParameters() throws MalformedConnectionString {
        while (position < text.length()) {
            int end = endOfAny("&");
            int equals = text.indexOf('=', position);
            if (end > position) {
                if (equals < 0 || equals > end) {
                    throw new MalformedConnectionString("The parameter at character " + (position + 1)
                            + " has no value. Write keyword=value, as in ?sslmode=require.");
                }
                put(decode(position, equals, "parameter"), decode(equals + 1, end, "parameter's value"));
            }
            position = end + 1;
        }
    }

    private void put(String keyword, String value) {
        if (keyword.equals("ssl")) {
            // libpq itself takes JDBC's ssl=true; node-postgres means the same.
            conninfo.put("sslmode", value.equals("true") || value.equals("1") ? "require" : "disable");
        } else if (keyword.equals("sslmode") && value.equals("no-verify")) {
            conninfo.put("sslmode", "require");
            conninfo.note("“sslmode=no-verify” is node-postgres' word for what PostgreSQL calls require.");
        } else if (keyword.equals("search_path")) {
            conninfo.putSetting("search_path", value);
        } else {
            conninfo.put(keyword, value);
        }
    }

    private int endOfAny(String characters) {
        int end = position;
        while (end < text.length() && characters.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private String decode(int from, int to, String part) throws MalformedConnectionString {
        byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.put(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw new MalformedConnectionString("The " + part + " (from character " + (from + 1)
                        + ") holds a % that is not followed by two hexadecimal digits. Write a % itself as %25.");
            }
            decoded.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedConnectionString(
                    "The " + part + " (from character " + (from + 1) + ") is percent-encoded, but not as UTF-8.");
        }
    }

    /// Percent-encodes a part, so that it reads back as itself.
    static String encode(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
