package exeat.desk.projection;

import exeat.casework.event.DutyEvent;
import exeat.casework.event.Event;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Duties;
import exeat.casework.state.State;
import exeat.store.batch.BatchStore.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is away and who stands in, as rows with instants instead of days. */
public final class DutyRows {

    private DutyRows() {}

    /** All of them after an event about them; null where nothing of it changed. */
    static @Nullable public List<Duty> changed(State after, List<Event> events, ZoneId zone) {
        boolean changed = events.stream().anyMatch(DutyEvent.class::isInstance);
        return changed && after instanceof BriefingState briefing ? of(briefing, zone) : null;
    }

    /**
     * Absences that were not ended early; and every delegation, until it was ended if that was
     * earlier, since two officers stay connected for a time after it.
     */
    public static List<Duty> of(BriefingState briefing, ZoneId zone) {
        var duties = briefing.duties().orElse(Duties.NONE);
        var rows = new ArrayList<Duty>();
        for (var a : duties.absences()) {
            if (!a.over()) {
                rows.add(
                        new Duty(
                                "absent",
                                a.number(),
                                a.officer().text(),
                                "",
                                start(a.from(), zone),
                                start(a.until().plusDays(1), zone)));
            }
        }
        for (var d : duties.delegations()) {
            rows.add(
                    new Duty(
                            "delegated",
                            d.number(),
                            d.from().text(),
                            d.to().text(),
                            start(d.first(), zone),
                            end(d, zone)));
        }
        return rows;
    }

    /** Where only is known that it was ended early, it never began. */
    private static String end(Duties.Delegation d, ZoneId zone) {
        return d.over()
                ? d.ended().map(Instant::toString).orElse(start(d.first(), zone))
                : start(d.last().plusDays(1), zone);
    }

    private static String start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toString();
    }

    /** The columns as the audit reads them. */
    public static String[] columns(Duty duty) {
        return new String[] {
            duty.kind(),
            Integer.toString(duty.number()),
            duty.account(),
            duty.other(),
            Long.toString(micros(duty.begins())),
            Long.toString(micros(duty.ends()))
        };
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
