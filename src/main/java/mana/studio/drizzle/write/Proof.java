package mana.studio.drizzle.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of replaying new migrations on the scratch server.
public sealed interface Proof {
    /// Whether they may be written.
    boolean isGood();

    /// In a sentence.
    String words();

    /// The whole chain and the new migrations lead to the design.
    record Proven(int chain, long millis) implements Proof {
        @Override
        public boolean isGood() {
            return true;
        }

        @Override
        public String words() {
            return (chain == 0 ? "Replayed" : "Replayed behind the " + count(chain))
                    + ": what comes out is the design.";
        }
    }

    /// The chain does not replay, or does not make what the new migrations need; from the database as it is, they lead
    /// to the design.
    ///
    /// @param why with the file that does not run
    record ProvenFromDatabase(String why, long millis) implements Proof {
        @Override
        public boolean isGood() {
            return true;
        }

        @Override
        public String words() {
            return "Proven from the database as it is, not from the files: " + why;
        }
    }

    /// The files and the database differed before; the new migrations add nothing to it, and from the database they
    /// lead to the design.
    ///
    /// @param differences what would make the chain's result like the database
    record Drifted(List<String> differences, long millis) implements Proof {
        public Drifted {
            differences = List.copyOf(differences);
        }

        @Override
        public boolean isGood() {
            return false;
        }

        @Override
        public String words() {
            return "The migrations that are there do not make the database as it is: it differs in "
                    + (differences.size() == 1 ? "one place" : differences.size() + " places")
                    + ". From the database the new migration leads to the design; from the files alone it does not.";
        }
    }

    /// It runs, and something else comes out.
    record Different(List<String> differences) implements Proof {
        public Different {
            differences = List.copyOf(differences);
        }

        @Override
        public boolean isGood() {
            return false;
        }

        @Override
        public String words() {
            return "What comes out is not the design: "
                    + (differences.size() == 1 ? "one statement" : differences.size() + " statements")
                    + " would be missing. Nothing is written.";
        }
    }

    /// A statement of the new migrations fails.
    ///
    /// @param statement null where it is not about one
    record Fails(@Nullable String statement, String message) implements Proof {
        @Override
        public boolean isGood() {
            return false;
        }

        @Override
        public String words() {
            return "It does not run: " + message + ". Nothing is written.";
        }
    }

    /// The scratch server cannot make what it would start from: an extension is missing.
    record Impossible(String why) implements Proof {
        @Override
        public boolean isGood() {
            return false;
        }

        @Override
        public String words() {
            return "It cannot be proven here: " + why;
        }
    }

    private static String count(int chain) {
        return chain == 1 ? "migration that is there" : chain + " migrations that are there";
    }
}
