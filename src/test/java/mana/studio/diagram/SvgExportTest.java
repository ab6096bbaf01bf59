package mana.studio.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import mana.studio.schema.Database;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgExportTest {
    private static final Inks INKS = new Inks("#fff", "#eee", "#999", "#000", "#555", _ -> "#00f", _ -> "#f00");

    @Test
    void writesXmlWithEveryTableAndColumn() throws Exception {
        Database database = Samples.many(40);
        Element root = parsed(Samples.drawing(database));

        assertThat(root.getTagName()).isEqualTo("svg");
        String text = root.getTextContent();
        database.tables().forEach(table -> assertThat(text).contains("table " + table.name()));
        assertThat(root.getElementsByTagName("polyline").getLength())
                .isEqualTo(Samples.drawing(database).graph().edges().size());
    }

    @Test
    void survivesNamesThatXmlCannotHold() throws Exception {
        Database database = TestDatabases.database(TableBuilder.table("a&b", "<t\u0001>\"x\"")
                .column("]]>", "text")
                .build());

        assertThat(parsed(Samples.drawing(database)).getTextContent()).contains("a&b", "<t>\"x\"", "]]>");
    }

    private static Element parsed(Drawing drawing) throws Exception {
        StringBuilder out = new StringBuilder();
        SvgExport.write(drawing, INKS, "test & more", out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
