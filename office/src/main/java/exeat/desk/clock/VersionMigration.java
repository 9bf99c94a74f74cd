package exeat.desk.clock;

import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.store.rows.VersionMigrationStore;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;

/**
 * Moves cases to a version that was put in force, or after a directive was resumed. The clock
 * checks each case once, and a case moves if nobody in it is worse off. It works page by page and
 * stores its position, so it continues after a restart; each case is a command of its own.
 */
final class VersionMigration {

    private static final int PAGE = 500;

    /** So many pages at one stroke of the clock; the rest at the next. */
    private static final int PAGES = 20;

    private final VersionMigrationStore store;
    private final DirectiveRegister register;

    VersionMigration(VersionMigrationStore store, DirectiveRegister register) {
        this.store = store;
        this.register = register;
    }

    DirectiveRegister register() {
        return register;
    }

    /**
     * Checks the next cases, and returns the number in which something happened.
     *
     * @param move gives the clock's command to the stream with this key
     */
    int look(Predicate<String> move, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        int moved = 0;
        for (var change : register.marks().entrySet()) {
            moved += look(change.getKey(), change.getValue(), move, threads);
        }
        return moved;
    }

    private int look(String directive, String mark, Predicate<String> move, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        int moved = 0;
        for (int page = 0; page < PAGES; page++) {
            var after = StoreCalls.get(() -> store.begin(directive, mark));
            if (after.isEmpty()) {
                return moved;
            }
            var keys = StoreCalls.get(() -> store.cases(directive, after.get(), PAGE));
            List<Callable<Boolean>> calls =
                    keys.stream().<Callable<Boolean>>map(key -> () -> move.test(key)).toList();
            for (var moving : threads.invokeAll(calls)) {
                moved += moving.get() ? 1 : 0;
            }
            var last = keys.isEmpty() ? after.get() : keys.getLast();
            StoreCalls.run(() -> store.passed(directive, mark, last, keys.size() < PAGE));
        }
        return moved;
    }
}
