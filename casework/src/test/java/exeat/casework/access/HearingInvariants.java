package exeat.casework.access;

import static exeat.casework.access.Invariants.that;

import exeat.casework.World;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** No act against somebody without a hearing, and no hearing that runs unserved. */
final class HearingInvariants {

    private static final ZoneId ZONE = World.DIRECTIVE.vocabulary().zone();

    private HearingInvariants() {}

    static void check(TravellerState t, LocalDate today) {
        for (var proposal : t.proposals()) {
            proposal.hearing().ifPresent(hearing -> check(hearing, today));
        }
    }

    private static void check(AdverseHearing hearing, LocalDate today) {
        var opened = hearing.opened().atZone(ZONE).toLocalDate();
        for (var service : hearing.services()) {
            that(
                    !service.on().isBefore(opened) && !service.on().isAfter(today),
                    "served on " + service.on() + ", proposed on " + opened);
        }
        that(
                !hearing.isOver(today, ZONE) || hearing.standing().isPresent(),
                "a hearing is over that nobody was served with");
        that(
                hearing.services().stream().filter(s -> s.disputed().isPresent()).count() <= 2,
                "a service of a proposal was disputed three times");
    }

    /** Before any of these, the person had the proposal in hand, and their days and a reply. */
    static void checkHeard(
            TravellerState was, TravellerEvent event, List<Event> events, LocalDate today) {
        boolean against =
                event instanceof TravellerEvent.Refused
                        || event instanceof TravellerEvent.WasSetAside
                        || event instanceof TravellerEvent.Revoked
                        || event instanceof TravellerEvent.HoldExtended
                        || (event instanceof TravellerEvent.FactCorrected && isLess(was, events));
        if (!against) {
            return;
        }
        var agreed =
                events.stream()
                        .filter(TravellerEvent.Seconded.class::isInstance)
                        .map(TravellerEvent.Seconded.class::cast)
                        .findFirst();
        that(agreed.isPresent(), "nobody agreed to " + event);
        var hearing = was.proposal(agreed.get().proposal()).flatMap(p -> p.hearing());
        that(hearing.isPresent(), "nobody was heard before " + event);
        var served = hearing.get().standing();
        that(served.isPresent(), "decided on a proposal that was not served: " + event);
        that(
                today.isAfter(served.get().on().plusDays(hearing.get().days())),
                "decided before the days to answer were over: " + event);
        var last = served.get().on().plusDays(hearing.get().days());
        that(
                hearing.get().answers().stream()
                        .filter(a -> !a.at().atZone(ZONE).toLocalDate().isAfter(last))
                        .allMatch(a -> a.reply().isPresent()),
                "decided before an answer in time had a reply: " + event);
        that(
                hearing.get().answers().isEmpty() || agreed.get().onAnswers().isPresent(),
                "the second officer said nothing to the answers: " + event);
    }

    /** Whether what the rules find after a correction is worse than what the person had. */
    private static boolean isLess(TravellerState was, List<Event> events) {
        var found =
                events.stream()
                        .filter(TravellerEvent.Found.class::isInstance)
                        .map(event -> ((TravellerEvent.Found) event).finding())
                        .findFirst();
        if (found.isEmpty() || was.finding().isEmpty()) {
            return false;
        }
        var now = found.get();
        var before = was.finding().get();
        boolean approved = was.stage() == Stage.APPROVED || was.stage() == Stage.AUTHORISED;
        if (!approved && !before.outcome().approves() && now.outcome().approves()) {
            return false;
        }
        return (approved && !now.outcome().approves())
                || now.outcome().compareTo(before.outcome()) > 0
                || !demands(before).containsAll(demands(now))
                || !before.burden().documents().containsAll(now.burden().documents());
    }

    private static Set<String> demands(Finding finding) {
        return finding.burden().clearances().stream()
                .map(ClearanceDemand::name)
                .collect(Collectors.toSet());
    }
}
