package mana.studio.ui.data;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// The interface's thread, as tests use it.
final class FxThread {
    private FxThread() {}

    /// Does something there.
    static void run(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    /// Asks something there.
    static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    /// Waits until something is so there.
    static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> ask(condition));
        } catch (TimeoutException never) {
            throw new AssertionError("it never came true", never);
        }
    }
}
