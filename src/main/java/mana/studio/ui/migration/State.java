package mana.studio.ui.migration;

import java.nio.file.Path;
import java.util.List;
import mana.studio.drizzle.write.Draft;
import mana.studio.drizzle.write.NewFile;
import mana.studio.drizzle.write.Refusal;
import mana.studio.ui.kit.Failure;

/// Where the screen is.
sealed interface State {
    /// The project, or the draft, is in the making.
    record Working() implements State {}

    /// No project folder is known yet.
    record Homeless() implements State {}

    /// There is nothing to write.
    ///
    /// @param headline in a few words
    /// @param why      and what to do
    record Nothing(String headline, String why) implements State {}

    /// What would be written now.
    record Drafted(Draft draft, Taking taking) implements State {}

    /// It cannot be written like this.
    record Refused(Refusal.Reason reason, String why) implements State {}

    record Failed(Failure failure) implements State {}

    /// It is on the disk.
    ///
    /// @param others services that have changes of their own pending
    record Written(Path root, List<NewFile> files, Taking taking, List<String> others) implements State {
        public Written {
            files = List.copyOf(files);
            others = List.copyOf(others);
        }
    }
}
