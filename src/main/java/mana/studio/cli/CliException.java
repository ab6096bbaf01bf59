package mana.studio.cli;

/// What a command could not do: one line for the person, and what to do about it. Never holds a password.
final class CliException extends Exception {
    private final String advice;

    CliException(String message, String advice) {
        super(message.replaceAll("\\s*\\R\\s*", " ").strip());
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
