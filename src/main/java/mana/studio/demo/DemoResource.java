package mana.studio.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A file of the demo on the class path.
final class DemoResource {
    private DemoResource() {}

    /// @param path from this package's folder: `data/auth.sql`
    static byte[] bytes(String path) throws IOException {
        try (InputStream stream = DemoResource.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IOException("The studio is not whole: " + path + " of the demo is missing");
            }
            return stream.readAllBytes();
        }
    }

    static String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
