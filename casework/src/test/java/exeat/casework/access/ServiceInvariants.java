package exeat.casework.access;

import static exeat.casework.access.Invariants.that;

import exeat.casework.World;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.ReplyTime;
import exeat.casework.state.TravellerState;
import java.time.LocalDate;
import java.time.ZoneId;

/** Nothing runs unserved. */
final class ServiceInvariants {

    private static final ZoneId ZONE = World.DIRECTIVE.vocabulary().zone();

    private ServiceInvariants() {}

    /** A period has a day of service, which is neither before the decision nor to come. */
    static void check(TravellerState t, LocalDate today) {
        for (var proposal : t.proposals()) {
            that(
                    proposal.second().isPresent() == proposal.notice().isPresent(),
                    "only a decision is served");
            proposal.notice().ifPresent(notice -> check(notice, today));
        }
    }

    private static void check(DecisionNotice notice, LocalDate today) {
        var decided = notice.decided().atZone(ZONE).toLocalDate();
        for (var service : notice.services()) {
            that(
                    !service.on().isBefore(decided) && !service.on().isAfter(today),
                    "served on " + service.on() + ", decided on " + decided);
        }
        that(
                notice.appealUntil().isEmpty() || notice.standing().isPresent(),
                "a period runs that nobody was served");
    }

    /** Whoever is decided against had every correction in hand, and the days to reply to it. */
    static void checkHeard(TravellerState was, LocalDate today) {
        for (var correction : was.corrections()) {
            var served = correction.notice().flatMap(DecisionNotice::standing);
            that(served.isPresent(), "decided after a correction that was not served");
            that(today.isAfter(served.orElseThrow().on().plusDays(14)), "decided before an answer");
        }
        that(!ReplyTime.isLeft(was, today, ZONE), "decided before an answer");
    }
}
