package mana.studio.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A self-signed certificate for `localhost`, as PostgreSQL wants it beside its data.
final class Certificate {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Certificate() {}

    static void write(Path folder) throws IOException {
        Path store = folder.resolve("server.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                            "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost",
                            "-ext", "san=dns:localhost", "-validity", "2", "-alias", "server",
                            "-storetype", "PKCS12", "-keystore", store.toString(),
                            "-storepass", String.valueOf(PASSWORD))
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool failed");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            Path key = folder.resolve("server.key");
            Files.writeString(key, pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(
                    folder.resolve("server.crt"),
                    pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }
}
