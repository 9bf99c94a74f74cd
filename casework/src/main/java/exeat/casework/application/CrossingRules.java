package exeat.casework.application;

import exeat.casework.access.InvolvedUnits;
import exeat.casework.access.Mandate;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.fee.FeeRules;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState.CrossingPart;
import exeat.casework.state.TravellerState.Paper;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OwnWords;
import exeat.rules.authority.Authority;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The travel authorisation, and the crossing at one border post, in the parts that the pack names.
 */
final class CrossingRules {

    private CrossingRules() {}

    static Response authorise(TravellerContext m) {
        return Check.that(m.isOfficerOfHolder(), Code.NOT_ALLOWED, "unit")
                .and(m.may(StageTransitions.Transition.AUTHORISED), Code.WRONG_STAGE, "stage")
                .and(() -> ready(m))
                .and(() -> ConfirmationRules.isSafeguarded(m), Code.SAFEGUARD_OPEN, "safeguards")
                // Only here: nobody is stopped at the border for money.
                .and(
                        () -> !FeeRules.isAwaited(m.state(), m.traveller(), m.context()),
                        Code.FEE_OPEN,
                        "fee")
                .then(() -> List.of(authorised(m)));
    }

    /** What must be settled when a paper is issued, and again when it is used. */
    private static Optional<Rejection> ready(TravellerContext m) {
        return Check.that(!m.hasOpenHold(), Code.HELD, "holds")
                .and(m.traveller().openClearances().isEmpty(), Code.CLEARANCE_OPEN, "clearances")
                .failure();
    }

    private static Event authorised(TravellerContext m) {
        var burden = m.traveller().finding().map(Finding::burden).orElseThrow();
        return new TravellerEvent.Authorised(
                m.no(),
                m.context().paperNumber(),
                m.today(),
                m.today().plusDays(burden.validityDays()),
                burden.reentry(),
                m.actingOfficer().id(),
                Optional.empty());
    }

    static Response record(TravellerContext m, TravellerCommand.RecordCrossing crossing) {
        return Check.that(isAtPost(m), Code.NOT_ALLOWED, "unit")
                .and(() -> mayCross(m, crossing.direction()))
                .and(() -> fits(m, crossing.direction()))
                .then(() -> recorded(m, crossing.direction()));
    }

    private static boolean isAtPost(TravellerContext m) {
        return post(m).filter(InvolvedUnits::recordsCrossings).isPresent();
    }

    private static Optional<Authority> post(TravellerContext m) {
        return m.officer().flatMap(officer -> m.tree().find(officer.unit()));
    }

    private static Optional<Rejection> mayCross(TravellerContext m, CrossingDirection direction) {
        boolean valid = m.traveller().paper().filter(p -> p.isValidOn(m.today())).isPresent();
        return switch (direction) {
            case DEPARTURE ->
                    Check.that(
                                    m.may(StageTransitions.Transition.DEPARTED),
                                    Code.WRONG_STAGE,
                                    "stage")
                            .and(valid, Code.PAPER_NOT_VALID, "paper")
                            .and(() -> !isStoppedHere(m), Code.PAPER_NOT_VALID, "stop")
                            .and(() -> ready(m))
                            .and(
                                    () -> ConfirmationRules.isSafeguardedOnTheWay(m),
                                    Code.SAFEGUARD_OPEN,
                                    "safeguards")
                            .failure();
            // Travellers who come back are let in, whatever the paper says.
            case RETURN ->
                    Check.that(
                                    m.may(StageTransitions.Transition.RETURNED),
                                    Code.WRONG_STAGE,
                                    "stage")
                            .failure();
        };
    }

    /**
     * Whether a paper was stopped at this place. What an officer of another post says of a paper
     * that they may never have had in hand is shown, and stops nobody here: one officer would stop
     * everybody's journey otherwise.
     */
    private static boolean isStoppedHere(TravellerContext m) {
        var here = post(m).orElseThrow().place();
        return m.traveller()
                .stop()
                .flatMap(stop -> m.tree().find(stop.post()))
                .filter(post -> post.place().equals(here))
                .isPresent();
    }

    /**
     * Each function records once for each direction, each by a different unit, and all at one
     * place.
     */
    private static Optional<Rejection> fits(TravellerContext m, CrossingDirection direction) {
        var post = post(m).orElseThrow();
        var others = parts(m, direction);
        return Check.that(
                        others.stream().noneMatch(part -> part.function().equals(post.function())),
                        Code.ALREADY_EXISTS,
                        "part")
                // A unit's function can change with a version of the directive.
                .and(
                        others.stream().noneMatch(part -> part.post().equals(post.id())),
                        Code.NOT_INDEPENDENT,
                        "unit")
                .and(
                        () ->
                                others.stream()
                                        .map(part -> m.tree().get(part.post()).place())
                                        .allMatch(post.place()::equals),
                        Code.NOT_ALLOWED,
                        "post")
                .failure();
    }

    private static List<CrossingPart> parts(TravellerContext m, CrossingDirection direction) {
        return m.traveller().parts().stream()
                .filter(part -> part.direction() == direction)
                .toList();
    }

    private static List<Event> recorded(TravellerContext m, CrossingDirection direction) {
        var post = post(m).orElseThrow();
        var events = new ArrayList<Event>();
        events.add(
                new TravellerEvent.PartRecorded(
                        m.no(), direction, post.function(), post.id(), m.actingOfficer().id()));
        if (isWhole(m, direction, post)) {
            events.addAll(crossed(m, direction));
        }
        return events;
    }

    /** Whether the crossing is complete once this post has recorded its part. */
    private static boolean isWhole(
            TravellerContext m, CrossingDirection direction, Authority post) {
        var missing = new HashSet<>(m.directive().division().crossing());
        missing.remove(post.function());
        parts(m, direction).forEach(part -> missing.remove(part.function()));
        return missing.isEmpty();
    }

    private static List<Event> crossed(TravellerContext m, CrossingDirection direction) {
        var closed = new TravellerEvent.Closed(m.no());
        return switch (direction) {
            case DEPARTURE -> {
                var departed = new TravellerEvent.Departed(m.no(), m.today());
                yield isRoundTrip(m) ? List.of(departed) : List.of(departed, closed);
            }
            case RETURN -> List.of(new TravellerEvent.Returned(m.no(), m.today()), closed);
        };
    }

    private static boolean isRoundTrip(TravellerContext m) {
        var purposes = m.directive().purposes();
        return m.traveller()
                .finding()
                .map(Finding::purpose)
                .filter(purposes::isRoundTrip)
                .isPresent();
    }

    static Response stop(TravellerContext m, TravellerCommand.StopAtBorder stop) {
        return Check.that(isAtPost(m), Code.NOT_ALLOWED, "unit")
                .and(m.isAt(Stage.AUTHORISED), Code.WRONG_STAGE, "stage")
                .and(!OwnWords.isEmpty(stop.reason()), Code.REASON_MISSING, "reason")
                .and(m.traveller().stop().isEmpty(), Code.ALREADY_EXISTS, "stop")
                .then(() ->
                        List.of(
                                new TravellerEvent.StoppedAtBorder(
                                        m.no(),
                                        m.actingOfficer().unit(),
                                        m.actingOfficer().id(),
                                        stop.reason())));
    }

    /** The post itself, a unit above it, or the holder, which can check the paper. */
    static Response liftStop(TravellerContext m, TravellerCommand.LiftStop lift) {
        var stop = m.traveller().stop();
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(stop.isPresent(), Code.NOT_FOUND, "stop")
                .and(
                        () ->
                                m.isOfficerOfHolder()
                                        || Mandate.mayAct(
                                                m.tree(),
                                                m.actingOfficer().unit(),
                                                stop.orElseThrow().post()),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(!OwnWords.isEmpty(lift.reason()), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new TravellerEvent.StopLifted(
                                        m.no(), m.actingOfficer().id(), lift.reason())));
    }

    /** Whether the clock has passed the paper's last day, while it could still be used. */
    static boolean hasRunOut(TravellerContext m) {
        return m.may(StageTransitions.Transition.PAPER_ENDED)
                && m.traveller().paper().filter(paper -> hasRunOut(m, paper)).isPresent();
    }

    static boolean hasRunOut(TravellerContext m, Paper paper) {
        return !paper.ended() && m.today().isAfter(paper.until());
    }
}
