package mana.studio.design.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.design.template.Template.ColumnPart;
import mana.studio.design.template.Template.IndexPart;
import mana.studio.design.template.Template.Switch;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// The templates there are: the house's, and a person's own.
///
/// @param own in their order
public record Templates(List<Template> own) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String SOFT_DELETE = "soft delete";
    private static final String VERSION = "version";
    private static final String USER = "user_id";

    /// What most tables of the house start with.
    public static final Template HOUSE = new Template(
            "House pattern",
            "A uuid id, and when a row was made and last changed.",
            List.of(
                    new Switch(USER, "user_id text, with its index", false),
                    new Switch(SOFT_DELETE, "is_deleted and deleted_at", false),
                    new Switch(VERSION, "version integer, for edits that must not overwrite each other", false)),
            List.of(
                    ColumnPart.of("id", "uuid", true, "gen_random_uuid()"),
                    ColumnPart.of("user_id", "text", true, null).with(USER),
                    ColumnPart.of("version", "integer", true, "1").with(VERSION),
                    ColumnPart.of("is_deleted", "boolean", true, "false").with(SOFT_DELETE),
                    ColumnPart.of("created_at", "timestamptz", true, "now()"),
                    ColumnPart.of("updated_at", "timestamptz", true, "now()"),
                    ColumnPart.of("deleted_at", "timestamptz", false, null).with(SOFT_DELETE)),
            List.of("id"),
            List.of(),
            List.of(),
            List.of(),
            List.of(IndexPart.on("user_id").with(USER)));

    /// A table without any column.
    public static final Template EMPTY = new Template(
            "Empty",
            "A table without any column, to be filled by hand.",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public static final Templates NONE_OF_OWN = new Templates(List.of());

    @JsonCreator
    public Templates {
        own = own == null ? List.of() : List.copyOf(own);
    }

    /// Where a person's own are kept.
    public static JsonFile<Templates> file(Places places) {
        return file(places.config().resolve("templates.json"));
    }

    static JsonFile<Templates> file(Path path) {
        return new JsonFile<>(path, Templates.class, NONE_OF_OWN);
    }

    /// All of them, the house's first.
    public List<Template> all() {
        return Stream.concat(Stream.of(HOUSE), Stream.concat(own.stream(), Stream.of(EMPTY)))
                .toList();
    }

    /// With one more; it takes the place of an own one of the same name.
    public Templates with(Template template) {
        return new Templates(Stream.concat(without(template.name()).own().stream(), Stream.of(template))
                .toList());
    }

    public Templates without(String name) {
        return new Templates(
                own.stream().filter(template -> !template.name().equals(name)).toList());
    }

    /// With another in the place of one.
    public Templates replacing(Template old, Template other) {
        return new Templates(
                own.stream().map(one -> one.equals(old) ? other : one).toList());
    }

    /// A template as it is kept, for people.
    public static String write(Template template) {
        return MAPPER.writeValueAsString(template).replace("\r\n", "\n");
    }

    /// @throws IllegalArgumentException where the text is none; the message says what is wrong and where
    public static Template read(String json) {
        try {
            return MAPPER.readValue(json, Template.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new IllegalArgumentException(
                    "There is nothing called " + unknown.getPropertyName() + place(unknown), unknown);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "This is not the JSON of a template" + place(broken) + " " + broken.getOriginalMessage(), broken);
        }
    }

    private static String place(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null || at.getLineNr() < 1
                ? "."
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ").";
    }
}
