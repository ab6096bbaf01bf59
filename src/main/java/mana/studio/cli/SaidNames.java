package mana.studio.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.RenameSyntax;
import mana.studio.plan.UnknownRename;
import mana.studio.schema.Database;
import mana.studio.sql.Identifier;

/// Renames as `--rename` says them: of what the first schema has, to what the second has and the first has not.
final class SaidNames {
    private SaidNames() {}

    static List<Rename> renames(List<String> said, Compared compared) throws CliException {
        RenameSyntax syntax = new RenameSyntax(compared.from());
        List<Rename> renames = new ArrayList<>();
        for (String text : said) {
            try {
                renames.add(syntax.parse(text));
            } catch (UnknownRename unknown) {
                throw new CliException(String.valueOf(unknown.getMessage()), unknown.advice());
            }
        }
        lead(renames, compared);
        return renames;
    }

    /// Each to a name of its own, that is free before and taken after.
    private static void lead(List<Rename> renames, Compared compared) throws CliException {
        Set<List<String>> old = new HashSet<>();
        for (Rename rename : renames) {
            if (!old.add(rename.from())) {
                throw new CliException("Two renames begin with " + name(rename.from()) + ".", "Say one of them.");
            }
        }
        Set<List<String>> taken = new HashSet<>();
        for (Rename back : Planner.reversed(renames)) {
            String name = name(back.from());
            if (!taken.add(back.from())) {
                throw new CliException("Two renames end with " + name + ".", "Say one of them.");
            }
            if (kind(compared.to(), back).isEmpty()) {
                throw new CliException(
                        "The schema as it is to be has no " + name + ".", "The name after = is the one it has there.");
            }
            if (!old.contains(back.from()) && kind(compared.from(), back).equals(Optional.of(back.what()))) {
                throw new CliException(
                        "The schema as it is has " + name + " already.", "Leave the rename out.");
            }
        }
    }

    private static Optional<Rename.Kind> kind(Database database, Rename named) {
        try {
            return Optional.of(new RenameSyntax(database).parse(named.toString()).what());
        } catch (UnknownRename missing) {
            return Optional.empty();
        }
    }

    private static String name(List<String> names) {
        return names.stream().map(Identifier::quote).collect(Collectors.joining("."));
    }
}
