package mana.studio.ui.kit;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.sql.DataSource;
import mana.studio.catalog.ServerNames;
import mana.studio.catalog.ServerNamesReader;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the server of a session has to choose from: asked when somebody wants to know it for the first time, and again
/// after the catalog was read anew, because an extension brings some. To be used on the interface's thread only.
public final class ServerOffer {
    private static final Logger LOG = LoggerFactory.getLogger(ServerOffer.class);

    private final Background background;
    private final @Nullable Supplier<DataSource> source;
    private final ReadOnlyObjectWrapper<ServerNames> names = new ReadOnlyObjectWrapper<>(ServerNames.NONE);
    private boolean known;

    /// @param source null where there is no server
    public ServerOffer(Background background, @Nullable Supplier<DataSource> source) {
        this.background = background;
        this.source = source;
    }

    /// {@link ServerNames#NONE} until the server has answered; it is asked where it was not yet.
    public ReadOnlyObjectProperty<ServerNames> names() {
        Supplier<DataSource> server = source;
        if (!known && server != null) {
            known = true;
            background.start(Job.of(
                            "Asking what the server offers",
                            progress -> new ServerNamesReader(server.get()).read(progress.cancellation()))
                    .quietly()
                    .superseding(this)
                    .whenDone(names::set)
                    .whenFailed(error -> {
                        LOG.info("What the server offers is not known", error);
                        known = false;
                    }));
        }
        return names.getReadOnlyProperty();
    }

    /// What is known may be old by now.
    public void outdate() {
        known = false;
    }
}
