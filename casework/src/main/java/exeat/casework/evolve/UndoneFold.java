package exeat.casework.evolve;

import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.BorderStop;
import exeat.casework.state.TravellerState.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What goes on when a withdrawal in person is undone: all that it ended. Deadlines begin again or
 * move by the days for which nobody could meet them; but a hold keeps its limit, since no hold
 * becomes longer except by two officers. Clearances open by events of their own.
 */
final class UndoneFold {

    private UndoneFold() {}

    static void resume(TravellerDraft d, Instant at) {
        var done =
                d.before
                        .leftInPerson()
                        .orElseThrow(() -> new IllegalStateException("nobody left in person"));
        var left = done.left().orElseThrow();
        long days = Duration.between(done.at(), at).plusDays(1).minusNanos(1).toDays();
        d.holds.replaceAll(h -> left.holds().contains(h.number()) ? HoldFold.reopened(h) : h);
        d.proposals.replaceAll(p -> left.proposals().contains(p.number()) ? p.opened(true) : p);
        HearingFold.resume(d, at);
        for (int place : left.questions()) {
            d.questions.set(place, asked(d.questions.get(place), at));
        }
        d.appeals.replaceAll(a -> a.isOpen() ? later(a, days) : a);
        d.stop = left.stop().map(stop -> stopped(stop, at, days));
        d.protection = d.protection.map(p -> ProtectionFold.undone(p, done.request()));
    }

    private static Question asked(Question q, Instant at) {
        return new Question(q.item(), q.by(), at, Optional.empty());
    }

    private static AppealState later(AppealState a, long days) {
        return new AppealState(
                a.number(),
                a.against(),
                a.grounds(),
                a.reviewer(),
                a.due().plusDays(days),
                a.filed(),
                a.upheld());
    }

    private static BorderStop stopped(BorderStop stop, Instant at, long days) {
        return new BorderStop(
                stop.post(),
                stop.owner(),
                stop.reason(),
                at,
                stop.raisedTo(),
                stop.raisedDue().map(due -> due.plusDays(days)));
    }
}
