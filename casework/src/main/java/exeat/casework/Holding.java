package exeat.casework;

import exeat.casework.Rejection.Code;
import exeat.casework.TravellerState.Hold;
import exeat.casework.TravellerState.Proposal;
import exeat.rules.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Holds: their grounds, their limits, and who ends them. A hold is never turned into a refusal. */
final class Holding {

    /** The longest that a hold can run before the authority above must look at it. */
    static final int MOST_DAYS = 30;

    private Holding() {}

    /** The holder, or the unit that answers a clearance with it. */
    static boolean mayPlace(Moment m, Act.PlaceHold hold) {
        var clearance = hold.clearance();
        return clearance.isPresent()
                ? m.traveller().openClearances().stream()
                        .filter(c -> c.name().equals(clearance.get()))
                        .anyMatch(c -> m.isOfficerOf(c.unit()))
                : m.isOfficerOfHolder();
    }

    static Optional<Rejection> placeable(Moment m, Act.PlaceHold hold) {
        boolean stillOpen =
                hold.clearance().isEmpty()
                        || m.traveller().openClearances().stream()
                                .anyMatch(c -> hold.clearance().equals(Optional.of(c.name())));
        return Check.that(m.isAt(Stage.APPROVED, Stage.AUTHORISED), Code.WRONG_STAGE, "stage")
                .and(stillOpen, Code.WRONG_STAGE, "clearance")
                .and(!hold.evidence().isBlank(), Code.REASON_MISSING, "evidence")
                .and(() -> groundStands(m, hold.ground(), hold.limit()))
                .and(!Appeals.undid(m, hold.ground()), Code.NOT_ALLOWED, "ground")
                .and(isWithinLimit(m, hold.ground(), hold.limit()), Code.BAD_DATE, "limit")
                .and(!isHeldOn(m, hold.ground()), Code.ALREADY_EXISTS, "ground")
                .failure();
    }

    /** Whether the ground is one at all: a fact that was used, an order that is served and runs. */
    static Optional<Rejection> groundStands(Moment m, HoldGround ground, LocalDate until) {
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
                    Check.that(!order.number().isBlank(), Code.REASON_MISSING, "ground.number")
                            .and(order.copyServed(), Code.REASON_MISSING, "ground.copyServed")
                            .and(!until.isAfter(order.expires()), Code.BAD_DATE, "ground.expires")
                            .failure();
        };
    }

    private static boolean isWithinLimit(Moment m, HoldGround ground, LocalDate limit) {
        return limit.isAfter(m.today()) && !limit.isAfter(latestLimit(ground, m.today()));
    }

    static LocalDate latestLimit(HoldGround ground, LocalDate today) {
        var latest = today.plusDays(MOST_DAYS);
        return ground instanceof HoldGround.CourtOrder order && order.expires().isBefore(latest)
                ? order.expires()
                : latest;
    }

    /** A court's order that no longer runs holds nobody. */
    static boolean hasExpired(Hold hold, LocalDate today) {
        return hold.ground() instanceof HoldGround.CourtOrder order
                && today.isAfter(order.expires());
    }

    static boolean isHeldOn(Moment m, HoldGround ground) {
        return m.traveller().openHolds().stream().anyMatch(h -> h.ground().equals(ground));
    }

    static Event placed(Moment m, Proposal p, Act.PlaceHold hold) {
        return new Event.HoldPlaced(
                m.no(),
                m.traveller().holds().size() + 1,
                hold,
                p.by(),
                m.actingOfficer().id(),
                p.unit());
    }

    /** Only once it went up at its limit, and only by the unit to which it went. */
    static Optional<Rejection> extendable(Moment m, Act.ExtendHold extend) {
        var hold = m.traveller().hold(extend.hold()).filter(Hold::isOpen);
        return Check.that(hold.isPresent(), Code.NOT_FOUND, "hold")
                .and(() -> hold.orElseThrow().escalated(), Code.NOT_ALLOWED, "hold")
                .and(!extend.evidence().isBlank(), Code.REASON_MISSING, "evidence")
                .and(() -> groundStands(m, hold.orElseThrow().ground(), extend.limit()))
                .and(
                        () -> isWithinLimit(m, hold.orElseThrow().ground(), extend.limit()),
                        Code.BAD_DATE,
                        "limit")
                .failure();
    }

    static Response release(Moment m, Command.ReleaseHold release) {
        var hold = m.traveller().hold(release.hold()).filter(Hold::isOpen);
        return Check.that(hold.isPresent(), Code.NOT_FOUND, "hold")
                .and(() -> m.isOfficerOf(hold.orElseThrow().owner()), Code.NOT_ALLOWED, "unit")
                .and(!release.reason().isBlank(), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new Event.HoldReleased(
                                        m.no(),
                                        release.hold(),
                                        Optional.of(m.actingOfficer().id()),
                                        release.reason())));
    }

    /** Releases every open hold on a ground, where an appeal or a correction has settled it. */
    static List<Event> releasedOn(Moment m, HoldGround ground, String reason) {
        return m.traveller().openHolds().stream()
                .filter(hold -> hold.ground().equals(ground))
                .<Event>map(hold ->
                        new Event.HoldReleased(
                                m.no(), hold.number(), m.officer().map(Actor.Officer::id), reason))
                .toList();
    }
}
