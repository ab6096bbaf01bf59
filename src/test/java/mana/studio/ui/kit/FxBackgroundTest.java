package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mana.studio.connection.Cancellation;
import mana.studio.ui.kit.Background.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The test's own thread plays the interface's: what is handed to it runs when the test says so.
class FxBackgroundTest {
    private final BlockingQueue<Runnable> handedOver = new LinkedBlockingQueue<>();
    private final FxBackground background = new FxBackground(handedOver::add);
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void bringsTheResultToTheInterfacesThread() throws Exception {
        background.start(Job.of("Adding", _ -> 1 + 1).whenDone(result -> heard.add("done " + result)));
        assertThat(heard).isEmpty();
        runUntilIdle();
        assertThat(heard).containsExactly("done 2");
    }

    @Test
    void bringsTheErrorToTheInterfacesThread() throws Exception {
        background.start(Job.of("Failing", _ -> {
                    throw new IllegalStateException("no");
                })
                .whenFailed(error -> heard.add(error.getMessage())));
        runUntilIdle();
        assertThat(heard).containsExactly("no");
    }

    @Test
    void dropsTheResultOfASupersededJob() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        background.start(Job.of("Old", _ -> {
                    gate.await();
                    return "old";
                })
                .superseding("search")
                .whenDone(heard::add)
                .whenCancelled(() -> heard.add("old cancelled")));
        background.start(Job.of("New", _ -> "new").superseding("search").whenDone(heard::add));
        gate.countDown();
        runUntilIdle();
        assertThat(heard).containsExactlyInAnyOrder("old cancelled", "new");
    }

    @Test
    void reachesTheWorkWithACancel() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        var running = background.start(Job.of("Waiting", progress -> {
                    begun.countDown();
                    Cancellation cancellation = progress.cancellation();
                    while (!cancellation.isRequested()) {
                        Thread.onSpinWait();
                    }
                    cancellation.check();
                    return "finished";
                })
                .whenDone(heard::add)
                .whenCancelled(() -> heard.add("cancelled")));
        begun.await();
        running.cancel();
        runUntilIdle();
        assertThat(heard).containsExactly("cancelled");
    }

    @Test
    void listsWhatRunsAndNotWhatIsQuiet() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        background.start(Job.of("Loud", _ -> {
            gate.await();
            return 1;
        }));
        background.start(Job.of("Quiet", _ -> {
                    gate.await();
                    return 1;
                })
                .quietly());
        assertThat(background.running()).extracting(Background.Running::title).containsExactly("Loud");
        assertThat(background.unfinished().get()).isEqualTo(2);
        gate.countDown();
        runUntilIdle();
        assertThat(background.running()).isEmpty();
    }

    private void runUntilIdle() throws InterruptedException {
        while (background.unfinished().get() > 0) {
            Runnable next = handedOver.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("an outcome within 10 s").isNotNull();
            next.run();
        }
    }
}
