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
        var moves = new VersionMigration(new VersionMigrationStore(in.database()), register);
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

    public synchronized int passTime() {
        doors.sweep();
        fold();
        register.follow();
        // The easternmost zone, so that no zone's day is missed; a case whose day has not begun yet
        // has nothing due and is asked again an hour later.
        var now = clock.instant();
        var today = now.atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        if (!today.equals(day)) {
            looked.clear();
            day = today;
        }
        var hour = now.atOffset(ZoneOffset.UTC).getHour();
        var session = doors.clockSession();
        int moved = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
                                .<Callable<Boolean>>map(key -> () -> pass(session, key))
                                .toList();
                for (var moving : threads.invokeAll(calls)) {
                    moved += moving.get() ? 1 : 0;
                }
            }
            moved += moves.look(key -> pass(session, key), threads);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new OfficeException(OfficeException.Code.FAULT, "time cannot pass", failed);
        } finally {
            doors.signOut(session);
        }
        return moved;
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

    private boolean pass(Session session, String stream) {
        var key = "time " + stream + " " + clock.instant();
        return desk.handle(session, key, passing(stream)) instanceof Reply.Done done
                && !done.events().isEmpty();
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
