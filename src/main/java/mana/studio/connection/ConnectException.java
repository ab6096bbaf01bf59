package mana.studio.connection;

/// A connection could not be made.
public final class ConnectException extends Exception {
    private final transient ConnectFailure failure;

    public ConnectException(ConnectFailure failure, Throwable cause) {
        super(failure.headline(), cause);
        this.failure = failure;
    }

    public ConnectFailure failure() {
        return failure;
    }
}
