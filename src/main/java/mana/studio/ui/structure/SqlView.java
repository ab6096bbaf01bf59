package mana.studio.ui.structure;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.catalog.Snapshot;
import mana.studio.ddl.Ddl;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// An object as the statements that create it.
public final class SqlView extends BorderPane {
    private final Session session;
    private final WatchedObject watched;
    private final CodePane code;

    public SqlView(Session session, SchemaObject object) {
        this.session = session;
        watched = new WatchedObject(session, object);
        code = CodePane.readOnly(session.background());
        getStyleClass().add("sql-view");
        Button copy = new Button("Copy", Icons.of(Feather.COPY));
        copy.setId("copy-sql");
        copy.getStyleClass().add("small");
        copy.setOnAction(_ -> code.copyAll());
        HBox bar = new HBox(copy);
        bar.getStyleClass().add("view-bar");
        setTop(new VBox(new GoneBanner(watched.object(), watched.gone()), bar));
        setCenter(code);
        watched.object().addListener((InvalidationListener) _ -> write());
        write();
    }

    /// Ctrl+F: search in the text.
    public void find() {
        code.find();
    }

    /// Follows the catalog no longer.
    public void close() {
        watched.close();
    }

    @Override
    public void requestFocus() {
        code.requestFocus();
    }

    private void write() {
        SchemaObject object = watched.object().get();
        String title = "Writing " + object.name() + " as SQL";
        Snapshot snapshot = session.catalog().get();
        session.background()
                .start(Job.of(title, _ -> snapshot == null ? Ddl.of(object) : Ddl.of(object, snapshot.database()))
                        .quietly()
                        .superseding(this)
                        .whenDone(this::show)
                        .whenFailed(error -> setCenter(new FailurePane(Failure.of(title, error)))));
    }

    private void show(String sql) {
        if (!sql.equals(code.text().getValue())) {
            code.setText(sql);
        }
        setCenter(code);
    }
}
