package mana.studio.ui.migration;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import mana.studio.drizzle.write.OwnStatement;
import mana.studio.drizzle.write.Prefix;
import mana.studio.drizzle.write.Wish.Options;

/// How a person wants a migration: its name, how its files are numbered, and what else is to be written.
final class Asked {
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Prefix> prefix = new SimpleObjectProperty<>(Prefix.INDEX);
    private final BooleanProperty down = new SimpleBooleanProperty(true);
    private final BooleanProperty indexesByHand = new SimpleBooleanProperty();
    private final BooleanProperty validateLater = new SimpleBooleanProperty();
    private final BooleanProperty fillFirst = new SimpleBooleanProperty();
    private final ObservableList<OwnStatement> own = FXCollections.observableArrayList();
    private String suggested = "";

    /// Calls after every change.
    Subscription subscribe(Runnable changed) {
        return Subscription.combine(
                name.subscribe(changed),
                prefix.subscribe(changed),
                down.subscribe(changed),
                indexesByHand.subscribe(changed),
                validateLater.subscribe(changed),
                fillFirst.subscribe(changed),
                own.subscribe(changed));
    }

    /// Suggests a name; one that a person has typed stays.
    void suggest(String better) {
        if (name.get().isEmpty() || name.get().equals(suggested)) {
            suggested = better;
            name.set(better);
        }
    }

    Options options() {
        return new Options(down.get(), indexesByHand.get(), validateLater.get(), fillFirst.get(), own);
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<Prefix> prefix() {
        return prefix;
    }

    BooleanProperty down() {
        return down;
    }

    BooleanProperty indexesByHand() {
        return indexesByHand;
    }

    BooleanProperty validateLater() {
        return validateLater;
    }

    BooleanProperty fillFirst() {
        return fillFirst;
    }

    /// Statements of the person's own.
    ObservableList<OwnStatement> own() {
        return own;
    }
}
