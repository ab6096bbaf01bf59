package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;

/// What a table has that is not designed in its form: owner, size, triggers, partitions, privileges, as the database
/// has them.
public final class TableFacts extends VBox {
    private final Session session;
    private final StructureModel model;
    private final SummaryLine summary;

    public TableFacts(Session session, Table table) {
        this.session = session;
        model = new StructureModel(session, table);
        summary = new SummaryLine(model);
        getStyleClass().add("table-facts");
        model.sections().subscribe(_ -> rebuild());
        model.size().addListener((InvalidationListener) _ -> summary.update());
    }

    /// Follows the catalog no longer.
    public void close() {
        model.close();
    }

    private void rebuild() {
        summary.update();
        List<Node> parts = new ArrayList<>(List.of(summary));
        Snapshot snapshot = session.catalog().get();
        if (snapshot != null && model.object().get() instanceof Table table) {
            TableSections.besideForm(table, snapshot)
                    .forEach(section -> parts.add(new SectionPane(section, this::open)));
        }
        getChildren().setAll(parts);
    }

    private void open(QualifiedName target) {
        session.navigator().open(target, Side.STRUCTURE);
    }
}
