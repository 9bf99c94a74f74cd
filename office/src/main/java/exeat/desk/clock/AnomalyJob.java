package exeat.desk.clock;

import exeat.casework.command.AlarmCommand;
import exeat.casework.command.Rejection;
import exeat.casework.event.RecordedEvent;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId.AlarmId;
import exeat.casework.value.StreamId.CaseId;
import exeat.config.Settings;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.protection.ClaimSurge;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.oversight.watch.CaseTraces;
import exeat.oversight.watch.ManyClaims;
import exeat.oversight.watch.TraceExtractor;
import exeat.oversight.watch.WatchContext;
import exeat.oversight.watch.WatchRun;
import exeat.rules.Directive;
import exeat.rules.authority.Role;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import exeat.store.rows.AnomalyStore;
import exeat.store.rows.AnomalyStore.WatchedEvent;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The watchers' job: once a day for each directive it reads what cases leave behind, and raises
 * what stands out as an alarm at the level that must act. It reads with the clock's session, and
 * what comes out of it is alarms alone.
 */
public final class AnomalyJob {

    private static final int PAGE = 200;

    /** Before this much of the past nothing is read: the watchers look back four weeks. */
    private static final int DAYS = 60;

    private final AnomalyStore store;
    private final Desk desk;
    private final Authentication doors;
    private final DirectiveRegister register;
    private final Vault vault;
    private final InstantSource clock;
    private final int fromHour;
    private final ClaimSurge surge;

    /**
     * When looks are taken.
     *
     * @param fromHour of a directive's zone, before which the day's look is not taken
     * @param surge of claims to protection, which no alarm waits a day for
     */
    record Schedule(InstantSource clock, int fromHour, ClaimSurge surge) {}

    public static AnomalyJob of(
            Infrastructure in,
            DirectiveRegister register,
            Desk desk,
            Authentication doors,
            ClaimSurge surge) {
        var when = new Schedule(in.clock(), in.config().count(Settings.WATCH_FROM), surge);
        var store = new AnomalyStore(in.database());
        return new AnomalyJob(store, desk, doors, register, in.vault(), when);
    }

    AnomalyJob(
            AnomalyStore store,
            Desk desk,
            Authentication doors,
            DirectiveRegister register,
            Vault vault,
            Schedule when) {
        this.fromHour = when.fromHour();
        this.surge = when.surge();
        this.store = store;
        this.desk = desk;
        this.doors = doors;
        this.register = register;
        this.vault = vault;
        this.clock = when.clock();
    }

    /** Takes today's looks where they were not taken yet, and lets unanswered alarms rise. */
    public synchronized int look() {
        var session = doors.clockSession();
        try {
            rise(session);
            int raised = 0;
            for (var id : register.marks().keySet()) {
                raised += register.directive(id).map(d -> surge(session, d)).orElse(0);
                raised += register.directive(id).map(d -> look(session, d)).orElse(0);
            }
            return raised;
        } finally {
            doors.signOut(session);
        }
    }

    private void rise(Session session) {
        var today = clock.instant().atOffset(ZoneOffset.ofHours(14)).toLocalDate();
        for (var key : StoreCalls.get(() -> store.late(today))) {
            var id = new AlarmId(UUID.fromString(key.substring("alarm/".length())));
            happened(
                    desk.handle(
                            session,
                            "rise " + key + " " + today,
                            new AlarmCommand.CheckAlarmDeadline(id)));
        }
    }

    /** At the highest units that protect: it is not known whom the claims meet. */
    private int surge(Session session, Directive directive) {
        int many = surge.many();
        if (many == 0) {
            return 0;
        }
        var day = WatchContext.of(directive, clock.instant()).today();
        int raised = 0;
        for (var unit : directive.authorities().highest(Role.PROTECTS)) {
            var sighting = ManyClaims.atOnce(unit.id(), many, day);
            raised += raise(session, directive, day, sighting) ? 1 : 0;
        }
        return raised;
    }

    private int look(Session session, Directive directive) {
        var id = directive.ref().id();
        var setting = WatchContext.of(directive, clock.instant());
        var day = setting.today();
        int hour = setting.now().atZone(setting.zone()).getHour();
        if (hour < fromHour || !StoreCalls.get(() -> store.begin(id, day))) {
            return 0;
        }
        Optional<AnomalyStore.RunTotals> done = Optional.empty();
        try {
            var seen = WatchRun.look(traces(session, directive), setting);
            int raised = 0;
            for (var sighting : seen.sightings()) {
                raised += raise(session, directive, day, sighting) ? 1 : 0;
            }
            done =
                    Optional.of(
                            new AnomalyStore.RunTotals(day, seen.tests(), seen.sightings().size()));
            return raised;
        } finally {
            var look = done;
            StoreCalls.run(() -> store.end(id, day, look));
        }
    }

    private boolean raise(Session session, Directive directive, LocalDate day, Anomaly sighting) {
        for (int number = 1; ; number++) {
            var id = AlarmId.of(directive.ref().id(), sighting, number);
            var command = new AlarmCommand.RaiseAlarm(id, directive.ref().id(), sighting);
            var reply = desk.handle(session, "raise " + id.key() + " " + day, command);
            if (!isOver(reply)) {
                return happened(reply);
            }
        }
    }

    /** Whether this alarm was answered so long ago that the sighting is another one. */
    private static boolean isOver(Reply reply) {
        return reply instanceof Reply.Rejected(var rejection)
                && rejection.code() == Rejection.Code.WRONG_STAGE;
    }

    private static boolean happened(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> !done.events().isEmpty();
            // Found again, the same as before: it stands as it is.
            case Reply.KeyReused _, Reply.Rejected _ -> false;
            case Reply.Later _ ->
                    throw new OfficeException(
                            Code.FAULT, "the office is busy: a watchers' run" + " was cut short");
        };
    }

    private CaseTraces traces(Session session, Directive directive) {
        var since = clock.instant().minus(java.time.Duration.ofDays(DAYS));
        var parts = new ArrayList<CaseTraces>();
        var after = "";
        for (boolean more = true; more; ) {
            var from = after;
            var keys = StoreCalls.get(() -> store.watched(directive.ref().id(), since, from, PAGE));
            parts.addAll(page(session, directive, keys));
            more = keys.size() == PAGE;
            after = keys.isEmpty() ? after : keys.getLast();
        }
        return CaseTraces.all(parts);
    }

    private List<CaseTraces> page(Session session, Directive directive, List<String> keys) {
        var token = SessionTokens.hash(session.token());
        var rows = StoreCalls.get(() -> store.events(token, clock.instant(), keys));
        var cases = new LinkedHashMap<String, List<WatchedEvent>>();
        rows.forEach(row -> cases.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row));
        return cases.values().stream()
                .map(this::open)
                .filter(events -> !events.isEmpty())
                .map(events -> TraceExtractor.of(events, directive))
                .toList();
    }

    /** Nothing of a case that is not there whole any more, since something of it was erased. */
    private List<RecordedEvent> open(List<WatchedEvent> past) {
        var first = past.getFirst();
        var key = vault.unwrap(first.key(), first.wrapped(), first.travellerKeys());
        var id = CaseId.of(first.key());
        var events = new ArrayList<RecordedEvent>();
        for (var row : past) {
            var opened = PayloadSealing.event(key, row.sequence(), row.sealed());
            if (opened.isEmpty() || row.sequence() != events.size() + 1) {
                return List.of();
            }
            var event = JsonCodec.event(opened.get().plain());
            events.add(new RecordedEvent(id, row.sequence(), row.at(), event));
        }
        return events;
    }
}
