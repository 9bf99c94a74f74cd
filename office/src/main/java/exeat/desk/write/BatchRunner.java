package exeat.desk.write;

import exeat.casework.command.TravellerCommand;
import exeat.desk.base.StoreCalls;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.batch.BatchStore;
import exeat.store.batch.WriteResult;
import exeat.store.batch.WriteVerdict;
import exeat.store.database.Database;
import exeat.store.database.OutcomeUnknownException;
import exeat.telemetry.TraceSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs batches: load, decide in order, append, answer. A command rejected by the database because
 * its stream had changed is decided again, alone. So is every command of a batch that failed as a
 * whole, so that one bad command cannot fail the others.
 *
 * <p>Once it is not known whether a command was written, the only answer that it gets is that it
 * was, if its key says so; else the caller hears that nobody knows.
 */
final class BatchRunner {

    private static final int MAX_ATTEMPTS = 5;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final BatchStore store;
    private final BatchDecider deciding;
    private final InstantSource clock;
    private final WriterMetrics tally;
    private final StreamCache memory = new StreamCache();

    private final TraceSpans traces;

    BatchRunner(
            BatchStore store,
            BatchDecider deciding,
            InstantSource clock,
            WriterMetrics tally,
            TraceSpans traces) {
        this.traces = traces;
        this.store = store;
        this.deciding = deciding;
        this.clock = clock;
        this.tally = tally;
    }

    TraceSpans traces() {
        return traces;
    }

    /** The number that the desk gave an application is taken: it must give another. */
    static final class NumberTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Answers every job, whatever happens. */
    void run(int stripe, List<WriteJob> jobs) {
        tally.batch(jobs.size());
        jobs.forEach(job -> job.waiting().end());
        var span = traces.begin("batch", jobs.stream().map(WriteJob::context).toList());
        span.setAttribute("exeat.commands", jobs.size());
        span.setAttribute("exeat.stripe", stripe);
        try (var _ = span.makeCurrent()) {
            all(stripe, jobs);
        } finally {
            span.end();
        }
    }

    private void all(int stripe, List<WriteJob> jobs) {
        try {
            var again = attempt(stripe, jobs);
            again.forEach(job -> alone(stripe, job));
        } catch (AppendLost lost) {
            tally.refused(lost.state());
            jobs.forEach(job -> memory.forget(job.command().stream()));
            unanswered(jobs).forEach(job -> settle(stripe, job));
        } catch (SQLException | RuntimeException failed) {
            jobs.forEach(job -> memory.forget(job.command().stream()));
            unanswered(jobs).forEach(job -> alone(stripe, job));
        }
    }

    private static List<WriteJob> unanswered(List<WriteJob> jobs) {
        return jobs.stream().filter(job -> !job.answer().isDone()).toList();
    }

    private void alone(int stripe, WriteJob job) {
        try {
            for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
                if (attempt(stripe, List.of(job)).isEmpty()) {
                    return;
                }
            }
            tally.busy();
            job.answer().complete(new Reply.Busy(RETRY_AFTER));
        } catch (AppendLost lost) {
            tally.refused(lost.state());
            memory.forget(job.command().stream());
            settle(stripe, job);
        } catch (SQLException failed) {
            if (Database.isAway(failed)) {
                tally.refused(Optional.ofNullable(failed.getSQLState()).orElse("08000"));
                tally.busy();
                job.answer().complete(new Reply.Busy(RETRY_AFTER));
            } else {
                job.answer().completeExceptionally(StoreCalls.translated(failed));
            }
        } catch (RuntimeException failed) {
            job.answer().completeExceptionally(failed);
        }
    }

    /**
     * Tries a command again of which nobody knows whether it was written. Done is certain, whether
     * it was the first time or now. Anything else is not: what was sent first may still be under
     * way in the database, and arrive after this.
     */
    private void settle(int stripe, WriteJob job) {
        var trial = job.again();
        try {
            for (int n = 1; n <= MAX_ATTEMPTS && !attempt(stripe, List.of(trial)).isEmpty(); ) {
                n++;
            }
        } catch (SQLException | RuntimeException failed) {
            memory.forget(job.command().stream());
        }
        boolean told = trial.answer().isDone() && !trial.answer().isCompletedExceptionally();
        if (told && trial.answer().join() instanceof Reply.Done done) {
            job.answer().complete(done);
        } else {
            tally.unknown();
            job.answer().complete(new Reply.OutcomeUnknown(RETRY_AFTER));
        }
    }

    /** Nobody knows whether a batch was written. */
    private static final class AppendLost extends SQLException {
        private static final long serialVersionUID = 1L;

        AppendLost(OutcomeUnknownException why) {
            super("it is not known whether a batch was written", why.getSQLState(), why);
        }

        String state() {
            return Optional.ofNullable(getSQLState()).orElse("08000");
        }
    }

    private List<WriteResult> append(Instant now, int stripe, List<BatchStore.Row> rows)
            throws SQLException {
        try {
            return store.append(now, stripe, rows);
        } catch (OutcomeUnknownException lost) {
            throw new AppendLost(lost);
        }
    }

    /** The jobs that have to be tried again, alone; all others are answered. */
    private List<WriteJob> attempt(int stripe, List<WriteJob> jobs) throws SQLException {
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var loaded = traced("load", () -> store.load(now, wanted(jobs)));
        var batch = deciding.batch(now, loaded, memory);
        var again = new ArrayList<WriteJob>();
        var replied = new ArrayList<Replied>();
        var decided = traced("respond", () -> respond(batch, jobs, again, replied));
        if (decided.isEmpty() && replied.stream().anyMatch(Replied::wasDone)) {
            // What was done under the key is to be seen, and may still wait for its confirmation.
            traced("confirm", this::confirm);
        }
        if (!decided.isEmpty()) {
            var rows = decided.stream().map(Decision.Decided::row).toList();
            var written = traced("append and commit", () -> append(now, stripe, rows));
            traces.committed(Span.current());
            tally.written();
            for (int at = 0; at < decided.size(); at++) {
                remember(decided.get(at), written.get(at));
                if (!isAnswered(decided.get(at), written.get(at))) {
                    again.add(decided.get(at).job());
                }
            }
        }
        // The commit, of these or of others, confirmed what was done before it.
        replied.forEach(one -> answer(one.job(), one.answer()));
        return again;
    }

    private List<Decision.Decided> respond(
            BatchDecider.Batch batch,
            List<WriteJob> jobs,
            List<WriteJob> again,
            List<Replied> replied) {
        var decided = new ArrayList<Decision.Decided>();
        for (int at = 0; at < jobs.size(); at++) {
            var job = jobs.get(at);
            switch (batch.decide(at, job)) {
                case Decision.Replied answer -> replied.add(new Replied(job, answer));
                case Decision.Broken broken -> job.answer().completeExceptionally(broken.why());
                case Decision.Deferred _ -> again.add(job);
                case Decision.Decided row -> decided.add(row);
            }
        }
        return decided;
    }

    /** A command that needs nothing written, with its answer. */
    private record Replied(WriteJob job, Decision.Replied answer) {

        /** Whether it tells of steps; where nothing was due, there are none. */
        boolean wasDone() {
            return answer.reply() instanceof Reply.Done done && !done.leaf().isEmpty();
        }
    }

    private boolean confirm() throws SQLException {
        try {
            store.confirm();
            tally.written();
            return true;
        } catch (OutcomeUnknownException lost) {
            throw new AppendLost(lost);
        }
    }

    /** A part of a batch. */
    @FunctionalInterface
    private interface Part<T> {
        T run() throws SQLException;
    }

    private <T> T traced(String name, Part<T> part) throws SQLException {
        var span = traces.begin(name);
        try {
            return part.run();
        } catch (SQLException | RuntimeException failed) {
            span.setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }

    private void remember(Decision.Decided decided, WriteResult written) {
        if (written.verdict() == WriteVerdict.DONE) {
            memory.take(decided, written.leaf().orElseThrow());
        } else {
            memory.forget(decided.job().command().stream());
        }
    }

    private List<BatchStore.LoadItem> wanted(List<WriteJob> jobs) {
        var wanted = new ArrayList<BatchStore.LoadItem>();
        for (int at = 0; at < jobs.size(); at++) {
            wanted.add(BatchDecider.wanted(at, jobs.get(at), memory));
        }
        return wanted;
    }

    private void answer(WriteJob job, Decision.Replied answer) {
        switch (answer.reply()) {
            case Reply.Done _ -> tally.replayed();
            case Reply.Rejected _ when isAtDoor(job) -> {}
            case Reply.Rejected _, Reply.KeyReused _ -> tally.rejected();
            case Reply.Later _ -> tally.busy();
        }
        job.answer().complete(answer.reply());
    }

    /** A claim at the door that meets nobody is counted where it is written down instead. */
    private static boolean isAtDoor(WriteJob job) {
        return job.command() instanceof TravellerCommand.ClaimForAnother
                && job.key().startsWith(Desk.AT_DOOR);
    }

    private boolean isAnswered(Decision.Decided decided, WriteResult written) {
        var answer = decided.job().answer();
        return switch (written.verdict()) {
            case DONE -> {
                tally.accepted();
                yield answer.complete(decided.done(written.leaf().orElseThrow()));
            }
            case SESSION -> answer.completeExceptionally(BatchDecider.sessionEnded());
            case ACCESS ->
                    answer.completeExceptionally(
                            new OfficeException(
                                    Code.NOT_ALLOWED, "the database does not allow this"));
            // An application's number is the desk's to change; a paper's is another at each try.
            case NUMBER -> decided.isNew() && answer.completeExceptionally(new NumberTaken());
            case CONFLICT, REPLAY -> false;
        };
    }
}
