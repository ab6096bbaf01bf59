package mana.studio.scratch;

/// SQL could not be loaded, or there is no server to load it into.
public final class ScratchException extends Exception {
    private final ScratchFailure failure;

    ScratchException(ScratchFailure failure, Exception cause) {
        super(failure.text(), cause);
        this.failure = failure;
    }

    ScratchException(ScratchFailure failure) {
        super(failure.text());
        this.failure = failure;
    }

    public ScratchFailure failure() {
        return failure;
    }
}
