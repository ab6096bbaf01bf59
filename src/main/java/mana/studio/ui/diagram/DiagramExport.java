package mana.studio.ui.diagram;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import javax.imageio.ImageIO;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Inks;
import mana.studio.diagram.Mark;
import mana.studio.diagram.SvgExport;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FilePicker;

/// Writes the diagram that is shown into files.
final class DiagramExport {
    private final DiagramModel model;
    private final Background background;
    private final FilePicker picker;
    private final Node view;

    DiagramExport(DiagramModel model, Background background, FilePicker picker, Node view) {
        this.model = model;
        this.background = background;
        this.picker = picker;
        this.view = view;
    }

    void svg() {
        picker.pick(view, wanted("SVG", "diagram.svg")).ifPresent(file -> {
            Drawing drawing = model.drawing().get();
            Palette palette = LightPaper.palette(view.getScene(), model.schemas());
            Inks inks = remembered(LightPaper.inks(palette), drawing);
            String title = model.database().map(database -> database.name()).orElse("diagram");
            write(
                    file,
                    "Exporting the diagram",
                    () -> {
                        try (Writer out = Files.newBufferedWriter(file)) {
                            SvgExport.write(drawing, inks, title, out);
                        }
                    },
                    "");
        });
    }

    /// Colours are looked up now: the file is written where no theme can be asked.
    private static Inks remembered(Inks inks, Drawing drawing) {
        Map<String, String> schemas = new ConcurrentHashMap<>();
        drawing.graph()
                .schemas()
                .forEach(schema -> schemas.put(schema, inks.schema().apply(schema)));
        Map<Mark, String> marks = new ConcurrentHashMap<>();
        for (Mark mark : Mark.values()) {
            marks.put(mark, inks.pending().apply(mark));
        }
        return new Inks(
                inks.paper(),
                inks.card(),
                inks.border(),
                inks.text(),
                inks.muted(),
                schema -> schemas.getOrDefault(schema, inks.border()),
                mark -> marks.getOrDefault(mark, inks.text()));
    }

    /// @param scale 1 or 2
    void png(int scale) {
        picker.pick(view, wanted("PNG", scale == 1 ? "diagram.png" : "diagram@2x.png"))
                .ifPresent(file -> {
                    Palette palette = LightPaper.palette(view.getScene(), model.schemas());
                    model.say(Notice.of("Painting the picture"));
                    Picture[] picture = new Picture[1];
                    picture[0] = new Picture(
                            model.drawing().get(), palette, scale, image -> save(file, image, picture[0].words(scale)));
                    picture[0].paint();
                });
    }

    private void save(Path file, BufferedImage image, String words) {
        write(file, "Writing the picture", () -> ImageIO.write(image, "png", file.toFile()), ": " + words);
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Path file, String title, Writing writing, String words) {
        background.start(Job.of(title, _ -> {
                    writing.run();
                    return file;
                })
                .whenDone(_ -> model.say(Notice.of("Exported " + file.getFileName() + words)))
                .whenFailed(error -> model.say(Notice.problem(
                        Failure.of("Writing " + file.getFileName(), error).headline()))));
    }

    private static FilePicker.Wanted wanted(String kind, String suggested) {
        return new FilePicker.Wanted("Export the diagram as " + kind, kind, suggested);
    }
}
