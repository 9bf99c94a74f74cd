package exeat.desk.base;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again where an office was too busy to answer, as any program does that can wait. */
public final class BusyRetry {

    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private BusyRetry() {}

    /**
     * The answer, after a minute of asking at most.
     *
     * @throws OfficeException {@link Code#BUSY} if it is still busy then; any other one at once
     */
    public static <T> T ask(Supplier<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (OfficeException busy) {
                if (busy.code() != Code.BUSY || attempt == ATTEMPTS) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
