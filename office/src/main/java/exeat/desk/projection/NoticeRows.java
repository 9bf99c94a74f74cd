package exeat.desk.projection;

import exeat.casework.command.Actor;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.notice.News;
import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.store.batch.NoticeRow;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be told to whom, written in the transaction of the events of which it is news. */
public final class NoticeRows {

    /**
     * When all is said of a day that waits for nobody, in the directive's zone: the hour of a
     * message then tells nothing of the hour of an event.
     */
    static final LocalTime DIGEST = LocalTime.of(8, 0);

    private NoticeRows() {}

    /**
     * The rows of a command.
     *
     * @param actor whose command it was
     * @param at when, in the directive's zone
     */
    public static List<NoticeRow> of(
            Optional<CaseState> before,
            CaseState after,
            List<Event> events,
            Actor actor,
            ZonedDateTime at) {
        var rows = new ArrayList<NoticeRow>();
        for (var t : after.travellers().values()) {
            ended(before, t, events)
                    .ifPresent(what -> rows.add(new NoticeRow(t.no().number(), what, null)));
        }
        News.of(after, events, actor, at.toInstant())
                .forEach((no, news) -> rows.add(row(no, news, at)));
        return rows;
    }

    private static Optional<String> ended(
            Optional<CaseState> before, TravellerState t, List<Event> events) {
        boolean forgotten = events.stream().anyMatch(event -> isForgotten(event, t.no()));
        boolean was =
                before.map(state -> state.travellers().get(t.no()))
                        .filter(old -> old.noticesSince().isPresent())
                        .isPresent();
        boolean ends = was && t.noticesSince().isEmpty();
        return forgotten
                ? Optional.of(NoticeRow.OFF)
                : ends ? Optional.of(NoticeRow.SILENT) : Optional.empty();
    }

    /**
     * A person who switched them off, or claimed protection, knows that the address is gone. After
     * what somebody else did it stays, silent, where its owner may not know why.
     */
    private static boolean isForgotten(Event event, TravellerNo no) {
        return switch (event) {
            case TravellerEvent.NoticesChosen(var of, var on) -> of.equals(no) && !on;
            case ProtectionEvent.ProtectionClaimed(var of, var how) ->
                    of.equals(no) && how.filter(claim -> claim.own()).isPresent();
            default -> false;
        };
    }

    private static NoticeRow row(TravellerNo no, News news, ZonedDateTime at) {
        return switch (news) {
            case AT_ONCE, SECURITY ->
                    new NoticeRow(no.number(), NoticeRow.NOW, at.toInstant().toString());
            case DAILY ->
                    new NoticeRow(no.number(), NoticeRow.DIGEST, digest(at).toInstant().toString());
            case NONE -> throw new IllegalStateException("no news is told");
        };
    }

    private static ZonedDateTime digest(ZonedDateTime at) {
        var today = at.with(DIGEST);
        return today.isAfter(at) ? today : today.plusDays(1);
    }
}
