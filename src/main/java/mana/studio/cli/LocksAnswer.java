package mana.studio.cli;

import java.io.PrintWriter;
import mana.studio.locks.Backend;
import mana.studio.locks.release.Aftermath;
import mana.studio.locks.release.Evidence;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Report;
import mana.studio.locks.release.Words;
import tools.jackson.databind.node.ObjectNode;

/// Says what became of an act on a lock, and with which exit code: `lock-release/1`.
record LocksAnswer(boolean json, PrintWriter out, PrintWriter err) {
    static final int PROVEN = 0;
    static final int REFUSED = 3;
    static final int TAKEN_AGAIN = 4;
    static final int UNKNOWN = 5;

    /// Before it is done.
    void about(Evidence evidence) {
        if (!json) {
            out.println(evidence.text());
            out.println();
            out.flush();
        }
    }

    int refused(Evidence evidence, String why) {
        about(evidence);
        return refused("Nothing was done. " + why, "");
    }

    int refused(String why, String advice) {
        if (json) {
            out.println(Json.print(root("refused", REFUSED, why, advice)));
        } else {
            err.println(why);
            if (!advice.isEmpty()) {
                err.println(advice);
            }
        }
        return REFUSED;
    }

    int carriedOut(Report report) {
        Outcome outcome = report.outcome();
        int code = code(outcome);
        if (json) {
            ObjectNode root = root(report.word(), code, Words.headline(outcome), Words.advice(outcome));
            put(root, report);
            out.println(Json.print(root));
            return code;
        }
        PrintWriter to = code == PROVEN ? out : err;
        to.println(Words.headline(outcome));
        if (!Words.advice(outcome).isEmpty()) {
            to.println(Words.advice(outcome));
        }
        Aftermath aftermath = report.aftermath();
        if (aftermath != null) {
            aftermath.sentences().forEach(to::println);
        }
        return code;
    }

    static int code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Proof proof) ->
                switch (proof) {
                    case Proof.Free _, Proof.HandedOver _, Proof.TakenByPoller _, Proof.OutOfTheWay _ -> PROVEN;
                    case Proof.TakenAgain _, Proof.TakenByOther _ -> TAKEN_AGAIN;
                    case Proof.StillHeld _, Proof.NotSeen _ -> UNKNOWN;
                };
            case Outcome.NotEndedInTime _, Outcome.Unknown _ -> UNKNOWN;
            case Outcome.Missed _, Outcome.NotPermitted _, Outcome.NotRecorded _, Outcome.Failed _ -> REFUSED;
        };
    }

    private static ObjectNode root(String outcome, int code, String message, String advice) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("format", "lock-release/1");
        root.put("outcome", outcome);
        root.put("exitCode", code);
        root.put("message", message);
        root.put("advice", advice);
        return root;
    }

    private static void put(ObjectNode root, Report report) {
        root.put("key", report.order().lock().key().text());
        root.put("begun", report.begun().toString());
        switch (report.order()) {
            case Order.OfSession session -> {
                Evidence evidence = session.evidence();
                session(root.putObject("target"), evidence.target());
                root.set("lost", Json.strings(evidence.lost()));
                root.set("unknown", Json.strings(evidence.unknown()));
            }
            case Order.OfPrepared prepared ->
                root.putObject("target").put("gid", prepared.prepared().gid());
        }
        Backend by = report.heldBy();
        if (by != null) {
            session(root.putObject("heldBy"), by);
        }
        Aftermath aftermath = report.aftermath();
        if (aftermath != null) {
            aftermath(root.putObject("aftermath"), aftermath);
        }
    }

    private static void aftermath(ObjectNode node, Aftermath aftermath) {
        node.set("invalidIndexes", Json.strings(aftermath.invalidIndexes()));
        ObjectNode before = node.putObject("before");
        aftermath.before().forEach(before::put);
        ObjectNode after = node.putObject("after");
        aftermath.after().forEach(after::put);
        node.put("sameApplication", aftermath.alive().size());
        node.set("unknown", Json.strings(aftermath.unknown()));
    }

    private static void session(ObjectNode node, Backend backend) {
        node.put("pid", backend.pid());
        node.put("backendStart", backend.id().start());
        node.put("application", backend.application());
        node.put("user", backend.user());
        Backend.Client client = backend.client();
        node.put("client", client == null ? null : client.text());
    }
}
