package mana.studio.ui.shell;

import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.ServiceRegistry.Service;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;

/// Which service owns which schemas, to be edited.
final class ServicesDialog {
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final TableView<Line> table = new TableView<>(lines);
    private @Nullable Line proposed;

    /// A service while it is edited; its schemas separated by commas.
    private record Line(StringProperty service, StringProperty schemas) {
        static Line of(Service service) {
            return new Line(
                    new SimpleStringProperty(service.name()),
                    new SimpleStringProperty(String.join(", ", service.schemas())));
        }

        boolean isFilled() {
            return !service.get().isBlank();
        }

        Service toService() {
            List<String> names = Arrays.stream(schemas.get().split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return new Service(service.get().strip(), names);
        }
    }

    static void show(Window owner, Services services, Background background) {
        ServicesDialog dialog = new ServicesDialog();
        dialog.ask(owner, services, background);
    }

    /// With a new line for a service that owns a schema; whose it is remains to be said.
    static void register(Window owner, Services services, Background background, String schema) {
        ServicesDialog dialog = new ServicesDialog();
        dialog.proposed = Line.of(new Service("mana-" + schema.replace('_', '-'), List.of(schema)));
        dialog.ask(owner, services, background);
    }

    private void ask(Window owner, Services services, Background background) {
        services.registry().get().services().forEach(service -> lines.add(Line.of(service)));
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.OK_DONE);
        if (proposed != null) {
            lines.add(proposed);
        }
        Dialog<ServiceRegistry> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Services");
        dialog.setHeaderText("Which service owns which schemas");
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content(services));
        dialog.getDialogPane().getButtonTypes().setAll(save, ButtonType.CANCEL);
        dialog.setResultConverter(button -> button == save ? registry() : null);
        dialog.setOnShown(_ -> {
            if (proposed != null) {
                // The table has its lines after the first layout.
                Platform.runLater(() -> edit(lines.size() - 1));
            }
        });
        dialog.showAndWait().ifPresent(changed -> {
            services.show(changed);
            background.start(Job.of("Saving the services", _ -> {
                services.file().save(changed);
                return changed;
            }));
        });
    }

    private VBox content(Services services) {
        table.setEditable(true);
        table.setId("services");
        table.setPrefSize(520, 320);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("No service is registered. Schemas are shown without an owner."));
        table.getColumns().add(column("Service", 180, Line::service));
        table.getColumns().add(column("Schemas, separated by commas", 320, Line::schemas));
        Button add = new Button("Add service");
        add.setOnAction(_ -> add());
        Button remove = new Button("Remove service");
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(_ -> lines.remove(table.getSelectionModel().getSelectedItem()));
        Label place = new Label("Kept in " + services.file().path());
        place.getStyleClass().add("muted");
        return new VBox(8, table, new HBox(8, add, remove), place);
    }

    private static TableColumn<Line, String> column(
            String title, double width, java.util.function.Function<Line, StringProperty> value) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setSortable(false);
        return column;
    }

    private void add() {
        lines.add(new Line(new SimpleStringProperty("new-service"), new SimpleStringProperty("")));
        edit(lines.size() - 1);
    }

    private void edit(int line) {
        table.getSelectionModel().select(line);
        table.scrollTo(line);
        table.layout();
        table.edit(line, table.getColumns().getFirst());
    }

    private ServiceRegistry registry() {
        return new ServiceRegistry(lines.stream().filter(Line::isFilled).map(Line::toService).toList());
    }
}
