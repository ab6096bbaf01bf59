import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Renders `assets/icon.svg` into every icon the systems want. Its results are committed; run it after changing the
/// drawing, from the top of the checkout, with librsvg's `rsvg-convert` on the path:
///
///     java packaging/Icons.java
private static final Path SHARE = Path.of("packaging/linux/share/icons/hicolor");
private static final Path WINDOW = Path.of("src/main/resources/mana/studio/ui");
private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

/// The types of PNG entries in an `.icns`: https://en.wikipedia.org/wiki/Apple_Icon_Image_format#Icon_types
private static final List<MacIcon> MAC = List.of(
        new MacIcon("icp4", 16),
        new MacIcon("icp5", 32),
        new MacIcon("ic11", 32),
        new MacIcon("ic12", 64),
        new MacIcon("ic07", 128),
        new MacIcon("ic08", 256),
        new MacIcon("ic09", 512));

record MacIcon(String type, int size) {}

void main() throws IOException, InterruptedException {
    Map<Integer, byte[]> images = new LinkedHashMap<>();
    for (int size : SIZES) {
        images.put(size, render(size));
    }
    for (Map.Entry<Integer, byte[]> image : images.entrySet()) {
        int size = image.getKey();
        write(SHARE.resolve("%dx%d/apps/mana-studio.png".formatted(size, size)), image.getValue());
        if (size <= 256) {
            write(WINDOW.resolve("icon-%d.png".formatted(size)), image.getValue());
        }
    }
    Path scalable = SHARE.resolve("scalable/apps/mana-studio.svg");
    Files.createDirectories(scalable.getParent());
    Files.copy(Path.of("assets/icon.svg"), scalable, StandardCopyOption.REPLACE_EXISTING);
    write(Path.of("packaging/windows/mana-studio.ico"), ico(images));
    write(Path.of("packaging/mac/mana-studio.icns"), icns(images));
}

private static byte[] render(int size) throws IOException, InterruptedException {
    Path drawing = Path.of(size < 48 ? "assets/icon-small.svg" : "assets/icon.svg");
    String pixels = Integer.toString(size);
    Process process = new ProcessBuilder("rsvg-convert", "-w", pixels, "-h", pixels, drawing.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] png = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
        throw new IOException("rsvg-convert could not render " + drawing);
    }
    return png;
}

/// An `.ico` with PNG entries, which Windows reads since Vista: a header, a directory, the images.
private static byte[] ico(Map<Integer, byte[]> images) {
    List<Map.Entry<Integer, byte[]>> entries =
            images.entrySet().stream().filter(image -> image.getKey() <= 256).toList();
    int offset = 6 + 16 * entries.size();
    int total = offset + entries.stream().mapToInt(image -> image.getValue().length).sum();
    ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) entries.size());
    for (Map.Entry<Integer, byte[]> image : entries) {
        byte side = (byte) (int) image.getKey(); // 256 is written as 0
        file.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
        file.putInt(image.getValue().length).putInt(offset);
        offset += image.getValue().length;
    }
    entries.forEach(image -> file.put(image.getValue()));
    return file.array();
}

/// An `.icns`: the magic word and the length, then for each image its type, its length with these eight bytes, itself.
private static byte[] icns(Map<Integer, byte[]> images) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    for (MacIcon icon : MAC) {
        byte[] png = images.get(icon.size());
        out.write(icon.type().getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8 + png.length);
        out.write(png);
    }
    ByteBuffer file = ByteBuffer.allocate(8 + body.size());
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + body.size()).put(body.toByteArray());
    return file.array();
}

private static void write(Path path, byte[] bytes) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
}
