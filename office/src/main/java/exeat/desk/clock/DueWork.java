package exeat.desk.clock;

import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.StreamId.IssueId;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.store.OfficeException;
import exeat.store.batch.BatchStore;
import exeat.store.rows.RegisterStore;
import exeat.store.rows.VersionMigrationStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does due work: sends the clock's command to each case with something due. What stays due (such as
 * an overdue clearance at the top) is checked once a day.
 */
public final class DueWork {

    private static final int PAGE = 500;

    /** How many counters are merged in one run of the clock; the rest follow in the next. */
    private static final int MAX_PARTS = 2_000;

    private final RegisterStore store;
    private final Desk desk;
    private final Authentication doors;
    private final VersionMigration moves;
    private final DirectiveRegister register;
    private final ReportOpener reports;
    private final InstantSource clock;

    /** Owned by {@link #passTime}, which runs once at a time. */
    private final Set<String> looked = new HashSet<>();

    private LocalDate day = LocalDate.MIN;

    public static DueWork of(
            Infrastructure in,
            SessionReader reading,
            DirectiveRegister register,
            Desk desk,
            Authentication doors) {
        var moves =
                new VersionMigration(
                        new VersionMigrationStore(in.database()), register, in.clock());
        var reports = new ReportOpener(new BatchStore(in.database()), reading, register, desk);
        return new DueWork(
                new RegisterStore(in.database()), desk, doors, moves, reports, in.clock());
    }

    DueWork(
            RegisterStore store,
            Desk desk,
            Authentication doors,
            VersionMigration moves,
            ReportOpener reports,
            InstantSource clock) {
        this.store = store;
        this.reports = reports;
        this.desk = desk;
        this.doors = doors;
        this.register = moves.register();
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Hands over what units have that close today, and returns the number of cases. After a crash
     * the next check goes on with the cases that are left.
     */
    public int handOver() {
        return asClock((session, threads) -> moves.handOver(key -> look(session, key), threads));
    }

    public synchronized int passTime() {
        doors.sweep();
        register.follow();
        return handOver() + asClock(this::passDue);
    }

    /** Work that the clock does in its own name, on threads of its own. */
    private interface ClockWork {
        int run(Session session, ExecutorService threads)
                throws InterruptedException, ExecutionException;
    }

    private int asClock(ClockWork work) {
        var session = doors.clockSession();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return work.run(session, threads);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException failed) {
            throw new OfficeException(OfficeException.Code.FAULT, "time cannot pass", failed);
        } finally {
            doors.signOut(session);
        }
    }

    private int passDue(Session session, ExecutorService threads)
            throws InterruptedException, ExecutionException {
        fold();
        // The easternmost zone, so that no zone's day is missed; a case whose day has not begun yet
        // has nothing due and is asked again an hour later.
        var now = clock.instant();
        var today = now.atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        if (!today.equals(day)) {
            looked.clear();
            day = today;
        }
        var hour = now.atOffset(ZoneOffset.UTC).getHour();
        int moved = 0;
        reports.begin(session);
        var after = "";
        for (boolean more = true; more; ) {
            var from = after;
            var keys = StoreCalls.get(() -> store.due(day, from, PAGE));
            more = keys.size() == PAGE;
            after = keys.isEmpty() ? after : keys.getLast();
            var calls =
                    keys.stream()
                            .filter(key -> looked.add(key + " " + hour))
                            .<Callable<VersionMigration.Look>>map(key -> () -> look(session, key))
                            .toList();
            for (var moving : threads.invokeAll(calls)) {
                moved += moving.get() == VersionMigration.Look.MOVED ? 1 : 0;
            }
        }
        return moved + moves.look(key -> look(session, key), threads);
    }

    /** Merges daily counters into weeks, so that a report stays fast however old the office is. */
    private void fold() {
        var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        for (int part = 0; part < MAX_PARTS; part++) {
            if (StoreCalls.get(() -> store.fold(today, PAGE)) == 0) {
                return;
            }
        }
    }

    private VersionMigration.Look look(Session session, String stream) {
        var key = "time " + stream + " " + clock.instant();
        return switch (desk.handle(session, key, passing(stream))) {
            case Reply.Done done when !done.events().isEmpty() -> VersionMigration.Look.MOVED;
            case Reply.Done _, Reply.Rejected _, Reply.KeyReused _ -> VersionMigration.Look.STAYED;
            case Reply.Later _ -> VersionMigration.Look.UNANSWERED;
        };
    }

    private static Command passing(String stream) {
        return switch (stream.substring(0, stream.indexOf('/'))) {
            case "case" -> new CaseCommand.CheckDeadlines(CaseId.of(stream));
            case "report" ->
                    new UnitReportCommand.CheckReportDeadlines(
                            ReportId.of(stream), Optional.empty());
            case "issue" -> new IssueCommand.CheckIssueDeadline(IssueId.of(stream));
            default -> throw new IllegalStateException("deadlines do not apply to " + stream);
        };
    }
}
