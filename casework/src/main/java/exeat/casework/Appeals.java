package exeat.casework;

import exeat.casework.Command.Against;
import exeat.casework.Rejection.Code;
import exeat.casework.TravellerState.AppealState;
import exeat.casework.TravellerState.Hold;
import exeat.casework.TravellerState.Paper;
import exeat.casework.TravellerState.Proposal;
import exeat.rules.Authority;
import exeat.rules.AuthorityId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Appeals: against whatever works against the traveller, to a committee outside that line. */
final class Appeals {

    /** A month to decide: a review that takes longer is no help to somebody who waits to leave. */
    static final int DAYS = 30;

    private Appeals() {}

    static Response appeal(Moment m, Command.Appeal appeal) {
        boolean open =
                m.traveller().appeals().stream()
                        .anyMatch(a -> a.isOpen() && a.against().equals(appeal.against()));
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(() -> stands(m, appeal.against()))
                .and(!appeal.grounds().isBlank(), Code.REASON_MISSING, "grounds")
                .and(!open, Code.ALREADY_EXISTS, "appeal")
                .then(() ->
                        List.of(
                                new Event.Appealed(
                                        m.no(),
                                        m.traveller().appeals().size() + 1,
                                        appeal.against(),
                                        appeal.grounds(),
                                        reviewer(m, appeal.against()),
                                        m.today().plusDays(DAYS))));
    }

    /** Whether what the appeal is against is there. */
    private static Optional<Rejection> stands(Moment m, Against against) {
        boolean undoable = Life.undoing(against).filter(m::may).isPresent();
        return switch (against) {
            case Against.Refusal _, Against.BeingSetAside _ ->
                    Check.that(undoable, Code.WRONG_STAGE, "stage").failure();
            case Against.Revocation _ ->
                    Check.that(undoable, Code.WRONG_STAGE, "stage")
                            .and(
                                    m.traveller().paper().filter(Paper::revoked).isPresent(),
                                    Code.NOT_FOUND,
                                    "paper")
                            .failure();
            case Against.AHold(var number) ->
                    Check.that(
                                    m.traveller().hold(number).filter(Hold::isOpen).isPresent(),
                                    Code.NOT_FOUND,
                                    "hold")
                            .failure();
        };
    }

    /**
     * The nearest committee that has acknowledged, above every area in which somebody decided, and
     * not itself a decider; where there is none, the issuer.
     */
    private static AuthorityId reviewer(Moment m, Against against) {
        var tree = m.tree();
        var deciders = deciders(m, against);
        return tree.lineage(tree.get(m.state().holder()).place()).stream()
                .map(Authority::id)
                .filter(m.context().briefed()::contains)
                .filter(committee -> deciders.stream().allMatch(d -> isAbove(m, committee, d)))
                .findFirst()
                .orElse(tree.root().id());
    }

    /**
     * Who can end a hold that lies late where nobody is above it: the nearest committee above the
     * traveller's home that has acknowledged and stands above all who placed it; or the first of
     * the addressees. Never its owner; empty where there is no other.
     */
    static Optional<AuthorityId> reviewer(Moment m, Hold hold) {
        var tree = m.tree();
        var deciders = deciders(m, new Against.AHold(hold.number()));
        deciders.remove(hold.owner());
        var near =
                tree.lineage(m.traveller().traveller().residence()).stream()
                        .map(Authority::id)
                        .filter(committee ->
                                deciders.stream().allMatch(d -> isAbove(m, committee, d)));
        var others =
                tree.all().stream()
                        .filter(Authority::addressee)
                        .map(Authority::id)
                        .filter(unit -> !deciders.contains(unit));
        return Stream.concat(near, others)
                .filter(unit -> !unit.equals(hold.owner()))
                .filter(m.context().briefed()::contains)
                .findFirst();
    }

    private static boolean isAbove(Moment m, AuthorityId committee, AuthorityId decider) {
        var area = m.tree().get(decider).place();
        return !committee.equals(area) && m.tree().isWithin(area, committee);
    }

    private static Set<AuthorityId> deciders(Moment m, Against against) {
        var units = new HashSet<AuthorityId>();
        decision(m, against)
                .ifPresent(proposal -> {
                    units.add(proposal.unit());
                    proposal.secondUnit().ifPresent(units::add);
                });
        if (against instanceof Against.AHold(var number)) {
            m.traveller().hold(number).ifPresent(hold -> units.add(hold.owner()));
        }
        return units;
    }

    /** The last act of two officers that the appeal is about. */
    private static Optional<Proposal> decision(Moment m, Against against) {
        return m.traveller().proposals().reversed().stream()
                .filter(proposal -> proposal.second().isPresent())
                .filter(isAbout(m, against))
                .findFirst();
    }

    private static Predicate<Proposal> isAbout(Moment m, Against against) {
        return switch (against) {
            case Against.Refusal _ -> p -> p.act() instanceof Act.Refuse;
            case Against.BeingSetAside _ -> p -> p.act() instanceof Act.SetAside;
            case Against.Revocation _ ->
                    p -> p.act() instanceof Act.Revoke || p.act() instanceof Act.CorrectFact;
            case Against.AHold(var number) ->
                    p ->
                            m.traveller()
                                    .hold(number)
                                    .filter(hold -> Optional.of(hold.second()).equals(p.second()))
                                    .isPresent();
        };
    }

    /** Whether a reviewer has undone a hold or a revocation on this ground: that stays undone. */
    static boolean undid(Moment m, HoldGround ground) {
        boolean hold =
                m.traveller().holds().stream()
                        .filter(h -> h.ground().equals(ground))
                        .anyMatch(h -> isWon(m, new Against.AHold(h.number())));
        Predicate<Act> revoked = act -> act instanceof Act.Revoke r && r.ground().equals(ground);
        return hold || (isWon(m, new Against.Revocation()) && isDone(m, revoked));
    }

    /** The same of a set-aside. */
    static boolean undidSetAside(Moment m, String ground) {
        return isWon(m, new Against.BeingSetAside())
                && isDone(m, act -> act.equals(new Act.SetAside(ground)));
    }

    private static boolean isWon(Moment m, Against against) {
        return m.traveller().appeals().stream()
                .filter(appeal -> appeal.against().equals(against))
                .anyMatch(appeal -> appeal.upheld().orElse(false));
    }

    private static boolean isDone(Moment m, Predicate<Act> act) {
        return m.traveller().proposals().stream()
                .filter(proposal -> proposal.second().isPresent())
                .map(Proposal::act)
                .anyMatch(act);
    }

    static Response decide(Moment m, Command.DecideAppeal decide) {
        var appeal = m.traveller().appeal(decide.appeal()).filter(AppealState::isOpen);
        return Check.that(appeal.isPresent(), Code.NOT_FOUND, "appeal")
                .and(() -> m.isOfficerOf(appeal.orElseThrow().reviewer()), Code.NOT_ALLOWED, "unit")
                .and(() -> !m.tookPart(), Code.NOT_INDEPENDENT, "officer")
                .and(!decide.reason().isBlank(), Code.REASON_MISSING, "reason")
                .then(() -> decided(m, appeal.orElseThrow(), decide));
    }

    private static List<Event> decided(Moment m, AppealState appeal, Command.DecideAppeal decide) {
        var events = new ArrayList<Event>();
        events.add(
                new Event.AppealDecided(
                        m.no(),
                        appeal.number(),
                        decide.upheld(),
                        m.actingOfficer().id(),
                        decide.reason()));
        if (decide.upheld()) {
            events.addAll(undone(m, appeal.against(), decide.reason()));
        }
        return events;
    }

    /** What follows from a won appeal, beside the stage that the table gives. */
    private static List<Event> undone(Moment m, Against against, String reason) {
        boolean stands = stands(m, against).isEmpty();
        if (!stands) {
            return List.of();
        }
        return switch (against) {
            case Against.Refusal _, Against.BeingSetAside _ -> Clearing.openStanding(m);
            case Against.AHold(var number) ->
                    List.of(
                            new Event.HoldReleased(
                                    m.no(), number, Optional.of(m.actingOfficer().id()), reason));
            case Against.Revocation _ -> restored(m, reason);
        };
    }

    /** The paper counts again; one that ran out meanwhile ends, so that a new one is issued. */
    private static List<Event> restored(Moment m, String reason) {
        var events = new ArrayList<Event>();
        decision(m, new Against.Revocation())
                .map(Proposal::act)
                .filter(Act.Revoke.class::isInstance)
                .map(act -> ((Act.Revoke) act).ground())
                .ifPresent(ground -> events.addAll(Holding.releasedOn(m, ground, reason)));
        m.traveller()
                .paper()
                .filter(paper -> Crossing.hasRunOut(m, paper))
                .ifPresent(paper -> events.add(new Event.PaperEnded(m.no(), paper.number())));
        return events;
    }
}
