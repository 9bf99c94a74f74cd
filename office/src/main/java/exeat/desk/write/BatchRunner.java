package exeat.desk.write;

import exeat.casework.command.TravellerCommand;
import exeat.desk.base.StoreCalls;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.batch.BatchStore;
import exeat.store.batch.WriteResult;
import exeat.store.batch.WriteVerdict;
import exeat.store.database.Database;
import exeat.telemetry.TraceSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs batches: load, decide in order, append, answer. A command rejected by the database because
 * its stream had changed is decided again, alone. So is every command of a batch that failed as a
 * whole, so that one bad command cannot fail the others.
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
        } catch (SQLException | RuntimeException failed) {
            // It may be written or not.
            jobs.forEach(job -> memory.forget(job.command().stream()));
            jobs.stream().filter(job -> !job.answer().isDone()).forEach(job -> alone(stripe, job));
        }
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

    /** The jobs that have to be tried again, alone; all others are answered. */
    private List<WriteJob> attempt(int stripe, List<WriteJob> jobs) throws SQLException {
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var loaded = traced("load", () -> store.load(now, wanted(jobs)));
        var batch = deciding.batch(now, loaded, memory);
        var again = new ArrayList<WriteJob>();
        var decided = traced("respond", () -> respond(batch, jobs, again));
        if (!decided.isEmpty()) {
            var rows = decided.stream().map(Decision.Decided::row).toList();
            var written = traced("append and commit", () -> store.append(now, stripe, rows));
            traces.committed(Span.current());
            tally.written();
            for (int at = 0; at < decided.size(); at++) {
                remember(decided.get(at), written.get(at));
                if (!isAnswered(decided.get(at), written.get(at))) {
                    again.add(decided.get(at).job());
                }
            }
        }
        return again;
    }

    private List<Decision.Decided> respond(
            BatchDecider.Batch batch, List<WriteJob> jobs, List<WriteJob> again) {
        var decided = new ArrayList<Decision.Decided>();
        for (int at = 0; at < jobs.size(); at++) {
            var job = jobs.get(at);
            switch (batch.decide(at, job)) {
                case Decision.Replied answer -> answer(job, answer);
                case Decision.Broken broken -> job.answer().completeExceptionally(broken.why());
                case Decision.Deferred _ -> again.add(job);
                case Decision.Decided row -> decided.add(row);
            }
        }
        return decided;
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
            case Reply.Busy _ -> tally.busy();
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
