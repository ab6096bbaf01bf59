package mana.studio.ui.design;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Validation;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// A session whose design is validated at each step.
final class ProblemSession implements Session {
    private final TestSession session;
    private final ValidatedDesign designing;

    ProblemSession(Snapshot snapshot) {
        session = new TestSession(snapshot);
        designing = new ValidatedDesign(session.designing());
    }

    @Override
    public Workspace workspace() {
        return session.workspace();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
        return session.catalog();
    }

    @Override
    public void refresh() {}

    @Override
    public Background background() {
        return session.background();
    }

    @Override
    public Navigator navigator() {
        return session.navigator();
    }

    @Override
    public ReadOnlyObjectProperty<ServiceRegistry> services() {
        return session.services();
    }

    @Override
    public Designing designing() {
        return designing;
    }

    private record ValidatedDesign(Designing inner, ReadOnlyObjectWrapper<List<Problem>> found) implements Designing {
        ValidatedDesign(Designing inner) {
            this(inner, new ReadOnlyObjectWrapper<>(List.of()));
            inner.design().subscribe(design -> found.set(
                    design == null ? List.of() : Validation.of(design.base(), design.current())));
        }

        @Override
        public ReadOnlyObjectProperty<@Nullable Design> design() {
            return inner.design();
        }

        @Override
        public ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
            return inner.forecast();
        }

        @Override
        public ReadOnlyObjectProperty<@Nullable Failure> forecastFailure() {
            return inner.forecastFailure();
        }

        @Override
        public ReadOnlyObjectProperty<List<Problem>> problems() {
            return found.getReadOnlyProperty();
        }

        @Override
        public void edit(Edit edit) {
            inner.edit(edit);
        }

        @Override
        public void undo() {
            inner.undo();
        }

        @Override
        public void redo() {
            inner.redo();
        }

        @Override
        public void discard() {
            inner.discard();
        }
    }
}
