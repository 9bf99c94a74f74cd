package exeat.casework.application;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds: their grounds, their limits, and who ends them. A hold is never turned into a refusal. */
final class HoldRules {

    /** The longest time that a hold can run before the authority above must decide. */
    static final int MAX_DAYS = 30;

    private HoldRules() {}

    /**
     * The holder, or the unit that answers a clearance with it. That unit may name only facts that
     * it can see, or it could learn from the answers which facts were used.
     */
    static boolean mayPlace(TravellerContext m, TwoOfficerAct.PlaceHold hold) {
        var clearance = hold.clearance();
        if (clearance.isEmpty() || m.isOfficerOfHolder()) {
            return m.isOfficerOfHolder() && isAnswerable(m, clearance);
        }
        return isAnswerable(m, clearance) && isSeenAtClearing(m, hold.ground());
    }

    /** Whether the officer's unit has the clearance that the hold answers, if it answers one. */
    private static boolean isAnswerable(TravellerContext m, Optional<String> clearance) {
        return clearance
                .map(name ->
                        m.traveller().openClearances().stream()
                                .filter(c -> c.name().equals(name))
                                .anyMatch(c -> m.isOfficerOf(c.unit())))
                .orElse(true);
    }

    private static boolean isSeenAtClearing(TravellerContext m, HoldGround ground) {
        return !(ground instanceof HoldGround.FactContested(var fact))
                || m.directive()
                        .vocabulary()
                        .definition(fact)
                        .filter(Disclosure::showsForWork)
                        .isPresent();
    }

    static Optional<Rejection> placeable(TravellerContext m, TwoOfficerAct.PlaceHold hold) {
        boolean stillOpen =
                hold.clearance().isEmpty()
                        || m.traveller().openClearances().stream()
                                .anyMatch(c -> hold.clearance().equals(Optional.of(c.name())));
        return Check.that(m.isAt(Stage.APPROVED, Stage.AUTHORISED), Code.WRONG_STAGE, "stage")
                .and(stillOpen, Code.WRONG_STAGE, "clearance")
                .and(!OwnWords.isEmpty(hold.evidence()), Code.REASON_MISSING, "evidence")
                .and(() -> groundStands(m, hold.ground(), hold.limit()))
                .and(!AppealRules.undid(m, hold.ground()), Code.NOT_ALLOWED, "ground")
                .and(isWithinLimit(m, hold.ground(), hold.limit()), Code.BAD_DATE, "limit")
                .and(!isHeldOn(m, hold.ground()), Code.ALREADY_EXISTS, "ground")
                .and(
                        () -> isNewEvidence(m, hold.ground(), hold.evidence()),
                        Code.ALREADY_EXISTS,
                        "evidence")
                .and(
                        () ->
                                before(m, hold.ground()).isEmpty()
                                        || hold.whatIsNew()
                                                .filter(s -> !OwnWords.isEmpty(s))
                                                .isPresent(),
                        Code.REASON_MISSING,
                        "whatIsNew")
                .failure();
    }

    /** Earlier holds on the same ground that have ended. */
    private static List<Hold> before(TravellerContext m, HoldGround ground) {
        return m.traveller().holds().stream()
                .filter(hold -> !hold.isOpen() && isSame(hold.ground(), ground))
                .toList();
    }

    /** A court's order is identified by its number, whatever date it has now. */
    private static boolean isSame(HoldGround one, HoldGround other) {
        return (one instanceof HoldGround.CourtOrder a && other instanceof HoldGround.CourtOrder b)
                ? a.number().strip().equals(b.number().strip())
                : one.equals(other);
    }

    /**
     * A hold that has ended cannot be placed again on the same knowledge, or it could go on for
     * ever.
     */
    static boolean isNewEvidence(TravellerContext m, HoldGround ground, String evidence) {
        return before(m, ground).stream()
                .noneMatch(hold -> plain(hold.evidence()).equals(plain(evidence)));
    }

    private static String plain(String evidence) {
        return evidence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /**
     * Whether the ground is valid: a fact that was used, or an order that was served and is in
     * force.
     */
    static Optional<Rejection> groundStands(
            TravellerContext m, HoldGround ground, LocalDate until) {
        return switch (ground) {
            case HoldGround.IdentityNotEstablished _ -> Optional.empty();
            case HoldGround.FactContested(var fact) ->
                    Check.that(
                                    m.traveller()
                                            .finding()
                                            .map(Finding::facts)
                                            .filter(used -> used.knows(fact))
                                            .isPresent(),
                                    Code.NOT_IN_DIRECTIVE,
                                    "ground.fact")
                            .failure();
            case HoldGround.CourtOrder order ->
                    Check.that(
                                    !OwnWords.isEmpty(order.number()),
                                    Code.REASON_MISSING,
                                    "ground.number")
                            .and(order.copyServed(), Code.REASON_MISSING, "ground.copyServed")
                            .and(!until.isAfter(order.expires()), Code.BAD_DATE, "ground.expires")
                            .failure();
        };
    }

    private static boolean isWithinLimit(TravellerContext m, HoldGround ground, LocalDate limit) {
        return limit.isAfter(m.today()) && !limit.isAfter(latestLimit(ground, m.today()));
    }

    static LocalDate latestLimit(HoldGround ground, LocalDate today) {
        var latest = today.plusDays(MAX_DAYS);
        return ground instanceof HoldGround.CourtOrder order && order.expires().isBefore(latest)
                ? order.expires()
                : latest;
    }

    /** An expired court order holds nobody. */
    static boolean hasExpired(Hold hold, LocalDate today) {
        return hold.ground() instanceof HoldGround.CourtOrder order
                && today.isAfter(order.expires());
    }

    static boolean isHeldOn(TravellerContext m, HoldGround ground) {
        return m.traveller().openHolds().stream().anyMatch(h -> h.ground().equals(ground));
    }

    static Event placed(TravellerContext m, Proposal p, TwoOfficerAct.PlaceHold hold) {
        return new TravellerEvent.HoldPlaced(
                m.no(),
                m.traveller().holds().size() + 1,
                hold,
                p.by(),
                m.actingOfficer().id(),
                p.unit());
    }

    /** Only after it went up at its deadline, and only by the unit to which it went. */
    static Optional<Rejection> extendable(TravellerContext m, TwoOfficerAct.ExtendHold extend) {
        var hold = m.traveller().hold(extend.hold()).filter(Hold::isOpen);
        return Check.that(hold.isPresent(), Code.NOT_FOUND, "hold")
                .and(() -> hold.orElseThrow().escalated(), Code.NOT_ALLOWED, "hold")
                .and(!OwnWords.isEmpty(extend.evidence()), Code.REASON_MISSING, "evidence")
                .and(() -> groundStands(m, hold.orElseThrow().ground(), extend.limit()))
                .and(
                        () -> isWithinLimit(m, hold.orElseThrow().ground(), extend.limit()),
                        Code.BAD_DATE,
                        "limit")
                .failure();
    }

    static Response release(TravellerContext m, TravellerCommand.ReleaseHold release) {
        var hold = m.traveller().hold(release.hold()).filter(Hold::isOpen);
        return Check.that(hold.isPresent(), Code.NOT_FOUND, "hold")
                .and(() -> mayRelease(m, hold.orElseThrow()), Code.NOT_ALLOWED, "unit")
                .and(!OwnWords.isEmpty(release.reason()), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new TravellerEvent.HoldReleased(
                                        m.no(),
                                        release.hold(),
                                        Optional.of(m.actingOfficer().id()),
                                        release.reason())));
    }

    /** Its owner; or, if no unit is above the owner, a reviewer who took no part. */
    private static boolean mayRelease(TravellerContext m, Hold hold) {
        if (m.isOfficerOf(hold.owner())) {
            return true;
        }
        return hold.reviewer().filter(m::isOfficerOf).isPresent() && !m.tookPart();
    }

    /** Releases every open hold on a ground that an appeal or a correction has settled. */
    static List<Event> releasedOn(TravellerContext m, HoldGround ground, String reason) {
        return m.traveller().openHolds().stream()
                .filter(hold -> hold.ground().equals(ground))
                .<Event>map(hold ->
                        new TravellerEvent.HoldReleased(
                                m.no(), hold.number(), m.officer().map(Actor.Officer::id), reason))
                .toList();
    }
}
