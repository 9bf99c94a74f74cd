package exeat.casework.state;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long somebody can reply to corrections of their facts, so that nobody decides against them.
 * It runs from when the last of them was served; of those from before service was recorded, from
 * the finding that followed.
 */
public final class ReplyTime {

    static final int DAYS = 14;

    private ReplyTime() {}

    /** The last day; empty where nothing was corrected, or nothing of it is served yet. */
    public static Optional<LocalDate> until(TravellerState t, ZoneId zone) {
        var corrections = t.corrections();
        boolean old = corrections.stream().anyMatch(p -> p.notice().isEmpty());
        var found = t.found().filter(_ -> old).map(at -> at.atZone(zone).toLocalDate());
        var served =
                corrections.stream()
                        .flatMap(p -> p.notice().stream())
                        .flatMap(notice -> notice.standing().stream())
                        .map(DecisionNotice.Service::on);
        return Stream.concat(found.stream(), served)
                .max(LocalDate::compareTo)
                .map(from -> from.plusDays(DAYS));
    }

    public static boolean isLeft(TravellerState t, LocalDate today, ZoneId zone) {
        return isUnserved(t) || until(t, zone).filter(last -> !today.isAfter(last)).isPresent();
    }

    /** Whether a correction has not reached them, or they say so: then no time passes. */
    public static boolean isUnserved(TravellerState t) {
        return t.corrections().stream()
                .flatMap(p -> p.notice().stream())
                .anyMatch(notice -> notice.standing().isEmpty());
    }
}
