package mana.studio.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.design.Design;
import mana.studio.design.Problem;
import mana.studio.schema.Identity;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What stands above the statements while something is wrong: problems in the design, and that it could not be planned.
final class Notices extends VBox {
    /// So many problems are named; the rest is counted.
    private static final int NAMED = 4;

    private final Session session;
    private final PreviewModel model;
    private final Subscription subscription;

    Notices(Session session, PreviewModel model) {
        super(8);
        this.session = session;
        this.model = model;
        getStyleClass().add("preview-notices");
        subscription = Subscription.combine(
                session.designing().problems().subscribe(_ -> write()),
                model.failure().subscribe(_ -> write()),
                model.older().subscribe(_ -> write()));
    }

    void close() {
        subscription.unsubscribe();
    }

    private void write() {
        List<Node> notices = new ArrayList<>();
        Failure failure = model.failure().get();
        if (failure != null) {
            notices.add(new FailurePane(failure));
        }
        if (model.older().get()) {
            Label older =
                    new Label("The statements below are of an older state of the design.", Icons.of(Feather.CLOCK));
            older.getStyleClass().add("older-notice");
            older.setWrapText(true);
            notices.add(older);
        }
        List<Problem> problems = session.designing().problems().get();
        if (!problems.isEmpty()) {
            notices.add(problems(problems));
        }
        getChildren().setAll(notices);
        setVisible(!notices.isEmpty());
        setManaged(!notices.isEmpty());
    }

    private Node problems(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        VBox box = new VBox(2);
        box.getStyleClass().addAll("problems-notice", errors > 0 ? "problems-errors" : "problems-warnings");
        Label head = new Label(
                headline(errors, problems.size()),
                Icons.of(Feather.ALERT_TRIANGLE, errors > 0 ? "severity-danger" : "severity-warning"));
        head.getStyleClass().add("problems-headline");
        head.setWrapText(true);
        box.getChildren().add(head);
        Stream.concat(
                        problems.stream().filter(problem -> problem.severity() == Problem.Severity.ERROR),
                        problems.stream().filter(problem -> problem.severity() == Problem.Severity.WARNING))
                .limit(NAMED)
                .forEach(problem -> box.getChildren().add(problem(problem)));
        if (problems.size() > NAMED) {
            Label more = new Label("and " + (problems.size() - NAMED) + " more");
            more.getStyleClass().addAll("muted", "problem-more");
            box.getChildren().add(more);
        }
        return box;
    }

    private static String headline(long errors, int all) {
        return errors > 0
                ? errors + (errors == 1 ? " problem" : " problems") + ": the SQL may be refused"
                : all + (all == 1 ? " warning" : " warnings");
    }

    private Node problem(Problem problem) {
        Hyperlink link = new Hyperlink(where(problem) + problem.message());
        link.getStyleClass().add("problem-link");
        link.setWrapText(true);
        link.setMinWidth(0);
        link.setAccessibleText(problem.severity().name().toLowerCase(java.util.Locale.ROOT) + ": " + link.getText());
        link.setOnAction(_ -> {
            link.setVisited(false);
            session.navigator().show(problem.spot());
        });
        return new HBox(link);
    }

    /// `auth.users.email: `; empty for what the design no longer has.
    private String where(Problem problem) {
        Design design = session.designing().design().get();
        if (design == null) {
            return "";
        }
        Identity id = problem.spot().object();
        return design.database().schemas().stream()
                .flatMap(Schema::objects)
                .filter(object -> object.id().same(id))
                .findFirst()
                .map(object -> object.name() + column(object, problem.spot().part()) + ": ")
                .orElse("");
    }

    private static String column(SchemaObject object, @Nullable Identity part) {
        return object instanceof Relation relation && part != null
                ? relation.columns().stream()
                        .filter(column -> column.id().same(part))
                        .findFirst()
                        .map(column -> "." + column.name())
                        .orElse("")
                : "";
    }
}
