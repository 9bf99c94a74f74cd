package exeat.desk.base;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long an answer takes at least, so that its time does not tell what was found.
 *
 * @param time longer than what is done for any answer
 */
public record LeastTime(Duration time) {

    /** Does something, and returns or throws what came of it no earlier. */
    public <T> T of(Supplier<T> answer) {
        long from = System.nanoTime();
        try {
            return answer.get();
        } finally {
            var left = time.minusNanos(System.nanoTime() - from);
            if (left.isPositive()) {
                try {
                    Thread.sleep(left);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
