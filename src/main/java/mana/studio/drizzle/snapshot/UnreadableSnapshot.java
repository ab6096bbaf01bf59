package mana.studio.drizzle.snapshot;

/// A snapshot that cannot be read as one.
public final class UnreadableSnapshot extends Exception {
    private final String file;
    private final String pointer;
    private final String problem;
    private final String advice;

    UnreadableSnapshot(String file, String pointer, String problem, String advice) {
        super("%s%s: %s. %s".formatted(file, pointer.isEmpty() ? "" : " at " + pointer, problem, advice));
        this.file = file;
        this.pointer = pointer;
        this.problem = problem;
        this.advice = advice;
    }

    public String file() {
        return file;
    }

    /// Where in the file, as a JSON pointer; empty for the whole.
    public String pointer() {
        return pointer;
    }

    /// What is wrong, a clause: `"notNull" is missing`.
    public String problem() {
        return problem;
    }

    /// What to do, a sentence.
    public String advice() {
        return advice;
    }
}
