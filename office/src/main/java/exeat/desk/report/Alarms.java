package exeat.desk.report;

import exeat.casework.state.AlarmState;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.cases.CaseReader;
import exeat.desk.register.SessionReader;
import exeat.oversight.Alarm;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.AnomalyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Alarms of the watchers, for the levels that must act. */
public final class Alarms implements AlarmSource {

    private static final int MAX_ALARMS = 200;

    private final SessionReader reading;
    private final CaseReader cases;
    private final AnomalyStore store;

    public static Alarms of(Infrastructure in, SessionReader reading, CaseReader cases) {
        return new Alarms(reading, cases, new AnomalyStore(in.database()));
    }

    Alarms(SessionReader reading, CaseReader cases, AnomalyStore store) {
        this.reading = reading;
        this.cases = cases;
        this.store = store;
    }

    /**
     * The alarms in a session's sight: of its own level, and of those below it. Open ones first.
     */
    public List<AlarmState> list(Session session) {
        return reading.alarms(session, MAX_ALARMS);
    }

    /** Those without an answer, for the top of the situation report. */
    @Override
    public List<Alarm> alarms(
            Session session, Directive directive, Set<AuthorityId> units, Instant now) {
        return list(session).stream()
                .filter(alarm -> alarm.answer().isEmpty())
                .filter(alarm -> units.contains(alarm.sighting().unit()))
                .map(alarm ->
                        new Alarm(
                                alarm.sighting().unit(),
                                alarm.sighting().implied().isPresent()
                                        ? Alarm.Kind.PRACTICE
                                        : Alarm.Kind.WATCHER,
                                alarm.sighting().sentence(),
                                alarm.sighting().since(),
                                "/officer/alarms#alarm-" + alarm.id().value()))
                .toList();
    }

    /** The applications of an alarm that this session may open. */
    public List<String> files(Session session, AlarmState alarm) {
        return alarm.sighting().files().stream()
                .filter(number -> cases.byNumber(session, number).isPresent())
                .toList();
    }

    /** The last check of the watchers. */
    public record LastRun(LocalDate day, int tests, int alarms) {}

    /** The last look at the units of the session's directive, if there was one. */
    public Optional<LastRun> last(Session session) {
        return StoreCalls.get(() -> store.last(session.directive()))
                .map(look -> new LastRun(look.day(), look.tests(), look.alarms()));
    }
}
