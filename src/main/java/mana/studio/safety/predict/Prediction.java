package mana.studio.safety.predict;

import java.util.List;
import mana.studio.safety.Effects;
import mana.studio.statement.Node;

/// What a statement will do.
///
/// Left out: toast tables, ACCESS SHARE on indexes, locks on objects that are no relations, and what functions,
/// triggers and DO blocks do inside.
///
/// @param doubts what could not be known and was assumed; empty where the effects are certain
public record Prediction(Effects effects, List<String> doubts) {
    public Prediction {
        doubts = List.copyOf(doubts);
    }

    /// @param statement its tree
    public static Prediction of(Node statement, Situation situation) {
        Footprint footprint = new Footprint();
        new Reader(new Ground(situation), footprint).read(statement);
        return footprint.prediction();
    }
}
