package exeat.desk.report;

import exeat.desk.base.Calls;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.cases.Cases;
import exeat.desk.register.Reading;
import exeat.desk.register.Register;

import exeat.casework.state.AlarmState;
import exeat.oversight.Alarm;
import exeat.rules.authority.AuthorityId;
import exeat.rules.Directive;
import exeat.store.rows.WatchStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the watchers found, for the levels that must act. */
public final class Alarms implements AlarmSource {

    private static final int MOST = 200;

    private final Reading reading;
    private final Cases cases;
    private final Register register;
    private final WatchStore store;

    public static Alarms of(Infrastructure in, Reading reading, Cases cases, Register register) {
        return new Alarms(reading, cases, register, new WatchStore(in.database()));
    }

    Alarms(Reading reading, Cases cases, Register register, WatchStore store) {
        this.reading = reading;
        this.cases = cases;
        this.register = register;
        this.store = store;
    }

    /**
     * The alarms in a session's sight: of its own level, and of those below it. Open ones first.
     */
    public List<AlarmState> list(Session session) {
        return reading.alarms(session, MOST);
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

    /** The last look that was taken. */
    public record Look(LocalDate day, int tests, int alarms) {}

    /** The last look at the units of the directive that is current, if there was one. */
    public Optional<Look> last() {
        return register.current()
                .flatMap(directive -> Calls.get(() -> store.last(directive.ref().id())))
                .map(look -> new Look(look.day(), look.tests(), look.alarms()));
    }
}
