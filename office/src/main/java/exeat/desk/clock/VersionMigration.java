package exeat.desk.clock;

import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.store.rows.VersionMigrationStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * Moves cases to a version that was put in force, or after a directive was resumed. The clock
 * checks each case once, and a case moves if nobody in it is worse off. It works page by page and
 * stores its position, so it continues after a restart; each case is a command of its own.
 */
final class VersionMigration {

    private static final int PAGE = 500;

    /** At most this many pages at one stroke of the clock; the rest at the next. */
    private static final int PAGES = 20;

    private final VersionMigrationStore store;
    private final DirectiveRegister register;
    private final InstantSource clock;

    VersionMigration(VersionMigrationStore store, DirectiveRegister register, InstantSource clock) {
        this.store = store;
        this.register = register;
        this.clock = clock;
    }

    DirectiveRegister register() {
        return register;
    }

    /** What came of the clock's command to a case. */
    enum Look {
        MOVED,
        STAYED,
        /** Nobody knows yet: its page is looked at again. */
        UNANSWERED
    }

    /**
     * Checks the next cases, and returns the number in which something happened.
     *
     * @param move gives the clock's command to the stream with this key
     */
    int look(Function<String, Look> move, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        int moved = 0;
        for (var change : register.marks().entrySet()) {
            moved += look(change, move, threads);
        }
        return moved;
    }

    /**
     * Hands over the work in directives in which a unit closes today, before all else: until its
     * work is handed over, nobody has it.
     */
    int handOver(Function<String, Look> move, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        int moved = 0;
        for (var change : register.marks().entrySet()) {
            if (register.directive(change.getKey()).filter(this::closesToday).isPresent()) {
                moved += look(change, move, threads);
            }
        }
        return moved;
    }

    private boolean closesToday(Directive directive) {
        var today = clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
        return !register.closed(directive, today)
                .equals(register.closed(directive, today.minusDays(1)));
    }

    private int look(
            Map.Entry<String, String> change, Function<String, Look> move, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        var directive = change.getKey();
        var mark = change.getValue();
        int moved = 0;
        for (int page = 0; page < PAGES; page++) {
            var after = StoreCalls.get(() -> store.begin(directive, mark));
            if (after.isEmpty()) {
                return moved;
            }
            var keys = StoreCalls.get(() -> store.cases(directive, after.get(), PAGE));
            List<Callable<Look>> calls =
                    keys.stream().<Callable<Look>>map(key -> () -> move.apply(key)).toList();
            boolean answered = true;
            for (var moving : threads.invokeAll(calls)) {
                moved += moving.get() == Look.MOVED ? 1 : 0;
                answered &= moving.get() != Look.UNANSWERED;
            }
            if (!answered) {
                return moved;
            }
            var last = keys.isEmpty() ? after.get() : keys.getLast();
            StoreCalls.run(() -> store.passed(directive, mark, last, keys.size() < PAGE));
        }
        return moved;
    }
}
