package mana.studio.drizzle.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mana.studio.apply.Outside;
import mana.studio.catalog.Snapshot;
import mana.studio.drizzle.migrate.Foreseen.Gravity;
import mana.studio.drizzle.migrate.Foreseen.Kind;
import mana.studio.drizzle.migrate.Leg.Part;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What is committed together, and what is to be said of each statement then.
///
/// @param files   with the verdicts
/// @param handled what the commits are for
record Legs(List<PendingFile> files, List<Leg> legs, List<Foreseen> handled) {
    /// Everything in one transaction.
    static Legs inOne(List<PendingFile> files, @Nullable Snapshot snapshot, int major) {
        List<SqlStatement> script = files.stream()
                .flatMap(file -> file.pieces().stream())
                .flatMap(piece -> piece.verdicts().stream().map(Verdict::statement))
                .toList();
        List<Verdict> verdicts =
                Judge.of(snapshot, major, Runner.ONE_TRANSACTION).script(script);
        List<PendingFile> judged = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (PendingFile file : files) {
            List<Piece> pieces = new ArrayList<>();
            for (Piece piece : file.pieces()) {
                int count = piece.verdicts().size();
                Piece told = with(piece, verdicts.subList(at, at + count));
                at += count;
                parts.add(new Part(judged.size(), told));
                pieces.add(told);
            }
            judged.add(new PendingFile(file.migration(), file.file(), pieces, file.done()));
        }
        List<Integer> rows = IntStream.range(0, files.size()).boxed().toList();
        return new Legs(judged, files.isEmpty() ? List.of() : List.of(new Leg(parts, false, "", rows)), List.of());
    }

    /// A commit after each file, and wherever else it takes one.
    static Legs between(List<PendingFile> files, @Nullable Snapshot snapshot, int major) {
        return new Between(files, snapshot, major).legs();
    }

    private static Piece with(Piece piece, List<Verdict> verdicts) {
        return new Piece(piece.number(), piece.sql(), piece.start(), piece.line(), verdicts);
    }

    /// Puts commits where the judge finds them missing, until it finds none missing.
    private static final class Between {
        private final List<PendingFile> files;
        private final @Nullable Snapshot snapshot;
        private final int major;
        private final List<Part> parts = new ArrayList<>();
        private final boolean[] cut;
        private final boolean[] alone;
        private final boolean[] control;
        private final String[] why;
        private List<List<Verdict>> verdicts = List.of();

        Between(List<PendingFile> files, @Nullable Snapshot snapshot, int major) {
            this.files = files;
            this.snapshot = snapshot;
            this.major = major;
            for (int file = 0; file < files.size(); file++) {
                PendingFile pending = files.get(file);
                for (Piece piece : pending.pieces()
                        .subList(pending.done(), pending.pieces().size())) {
                    parts.add(new Part(file, piece));
                }
            }
            cut = new boolean[parts.size()];
            alone = new boolean[parts.size()];
            control = new boolean[parts.size()];
            why = new String[parts.size()];
            for (int at = 0; at < parts.size(); at++) {
                List<Verdict> inside = parts.get(at).piece().verdicts();
                cut[at] = at > 0 && parts.get(at - 1).file() != parts.get(at).file();
                why[at] = "";
                control[at] =
                        inside.size() == 1 && Pieces.isControl(inside.getFirst().statement());
                if (inside.size() == 1
                        && Outside.isRefusedInTransaction(
                                inside.getFirst().statement().text())) {
                    setAlone(at);
                }
            }
        }

        private void setAlone(int at) {
            alone[at] = true;
            why[at] = "PostgreSQL refuses it inside a transaction.";
        }

        Legs legs() {
            do {
                judge();
            } while (improved());
            return new Legs(judged(), build(), handled());
        }

        private void judge() {
            List<SqlStatement> script = new ArrayList<>();
            int[] places = new int[parts.size()];
            boolean open = false;
            for (int at = 0; at < parts.size(); at++) {
                if (open && (cut[at] || alone[at] || control[at])) {
                    script.add(word("COMMIT"));
                    open = false;
                }
                if (!open && !alone[at] && !control[at]) {
                    script.add(word("BEGIN"));
                    open = true;
                }
                places[at] = script.size();
                if (!control[at]) {
                    parts.get(at).piece().verdicts().forEach(verdict -> script.add(verdict.statement()));
                }
            }
            if (open) {
                script.add(word("COMMIT"));
            }
            List<Verdict> all = Judge.of(snapshot, major, Runner.EACH_STATEMENT).script(script);
            verdicts = IntStream.range(0, parts.size())
                    .mapToObj(at -> control[at]
                            ? parts.get(at).piece().verdicts()
                            : all.subList(
                                    places[at],
                                    places[at]
                                            + parts.get(at).piece().verdicts().size()))
                    .toList();
        }

        private static SqlStatement word(String word) {
            return new SqlStatement(SqlStatement.Kind.SQL, word, 0, 0, 1);
        }

        private boolean improved() {
            for (int at = 0; at < parts.size(); at++) {
                if (control[at] || alone[at]) {
                    continue;
                }
                if (verdicts.get(at).size() == 1 && says(at, Verdicts.OUTSIDE)) {
                    setAlone(at);
                    return true;
                }
                boolean first = cut[at] || at == 0 || alone[at - 1] || control[at - 1];
                if (!first && (says(at, Verdicts.ENUM_VALUE) || says(at, Verdicts.VALIDATE))) {
                    cut[at] = true;
                    why[at] = says(at, Verdicts.ENUM_VALUE)
                            ? "A new value of an enum can be used only once it is committed."
                            : "NOT VALID gains something only where its lock is given back before the rows are read.";
                    return true;
                }
            }
            return false;
        }

        private boolean says(int at, String rule) {
            return verdicts.get(at).stream().anyMatch(verdict -> Verdicts.says(verdict, rule));
        }

        private List<PendingFile> judged() {
            List<PendingFile> judged = new ArrayList<>();
            int at = 0;
            for (PendingFile file : files) {
                List<Piece> pieces = new ArrayList<>(file.pieces().subList(0, file.done()));
                for (int number = file.done(); number < file.pieces().size(); number++) {
                    pieces.add(with(file.pieces().get(number), verdicts.get(at++)));
                }
                judged.add(new PendingFile(file.migration(), file.file(), pieces, file.done()));
            }
            return judged;
        }

        private List<Leg> build() {
            List<Leg> legs = new ArrayList<>();
            int at = 0;
            for (int file = 0; file < files.size(); file++) {
                List<Part> together = new ArrayList<>();
                String reason = "";
                for (; at < parts.size() && parts.get(at).file() == file; at++) {
                    boolean ends = cut[at] || alone[at] || control[at];
                    if (ends && !together.isEmpty()) {
                        legs.add(new Leg(together, false, reason, List.of()));
                        together = new ArrayList<>();
                    }
                    Part part = new Part(file, with(parts.get(at).piece(), verdicts.get(at)));
                    if (alone[at]) {
                        legs.add(new Leg(List.of(part), true, why[at], List.of()));
                    } else if (!control[at]) {
                        reason = together.isEmpty() ? why[at] : reason;
                        together.add(part);
                    }
                }
                legs.add(new Leg(together, false, reason, List.of(file)));
            }
            return legs;
        }

        private List<Foreseen> handled() {
            List<Foreseen> handled = new ArrayList<>();
            for (int at = 0; at < parts.size(); at++) {
                if (!why[at].isEmpty()) {
                    Kind kind = alone[at]
                            ? Kind.NOT_IN_TRANSACTION
                            : why[at].startsWith("NOT VALID") ? Kind.VALIDATE : Kind.ENUM_VALUE;
                    handled.add(new Foreseen(
                            kind,
                            Gravity.HANDLED,
                            files.get(parts.get(at).file()).migration().tag(),
                            parts.get(at).piece().line(),
                            null,
                            why[at],
                            alone[at] ? "It runs by itself." : "Everything before it is committed first."));
                }
            }
            return handled;
        }
    }
}
