package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Paper;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Appeals against adverse acts, decided by a unit outside the line that acted. */
final class AppealRules {

    /** A month to decide: a longer review does not help somebody who is waiting to leave. */
    static final int DAYS = 30;

    private AppealRules() {}

    static Response appeal(TravellerContext m, TravellerCommand.Appeal appeal) {
        boolean open =
                m.traveller().appeals().stream()
                        .anyMatch(a -> a.isOpen() && a.against().equals(appeal.against()));
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(() -> stands(m, appeal.against()))
                .and(
                        () ->
                                ServiceRules.isInTime(
                                        m, appeal.against(), decision(m, appeal.against())),
                        Code.PERIOD_OVER,
                        "appeal")
                .and(!OwnWords.isEmpty(appeal.grounds()), Code.REASON_MISSING, "grounds")
                .and(!open, Code.ALREADY_EXISTS, "appeal")
                .then(() ->
                        List.of(
                                new TravellerEvent.Appealed(
                                        m.no(),
                                        m.traveller().appeals().size() + 1,
                                        appeal.against(),
                                        appeal.grounds(),
                                        reviewer(m, appeal.against()),
                                        m.today().plusDays(DAYS))));
    }

    /** Whether the act that the appeal is against exists. */
    private static Optional<Rejection> stands(TravellerContext m, AppealSubject against) {
        boolean undoable = StageTransitions.undoing(against).filter(m::may).isPresent();
        return switch (against) {
            case AppealSubject.Refusal _, AppealSubject.BeingSetAside _ ->
                    Check.that(undoable, Code.WRONG_STAGE, "stage").failure();
            case AppealSubject.Revocation _ ->
                    Check.that(undoable, Code.WRONG_STAGE, "stage")
                            .and(
                                    m.traveller().paper().filter(Paper::revoked).isPresent(),
                                    Code.NOT_FOUND,
                                    "paper")
                            .failure();
            case AppealSubject.AHold(var number) ->
                    Check.that(
                                    m.traveller().hold(number).filter(Hold::isOpen).isPresent(),
                                    Code.NOT_FOUND,
                                    "hold")
                            .failure();
        };
    }

    /**
     * The nearest unit that reviews and has acknowledged, outside every area in which somebody
     * decided, and that has not decided in this case. If there is none, the issuer; for the
     * issuer's own decisions, another unit that reviews.
     */
    private static AuthorityId reviewer(TravellerContext m, AppealSubject against) {
        return reviewer(m, deciders(m, against));
    }

    /** The reviewer of a decision that the acting officer is about to agree to. */
    static AuthorityId reviewerOf(TravellerContext m, Proposal proposal) {
        return reviewer(m, new HashSet<>(List.of(proposal.unit(), m.actingOfficer().unit())));
    }

    private static AuthorityId reviewer(TravellerContext m, Set<AuthorityId> deciders) {
        var tree = m.tree();
        var decided = Independence.deciders(m.state());
        decided.addAll(deciders);
        var able =
                tree.reviewers(m.state().holder(), deciders).stream()
                        .map(Authority::id)
                        .filter(unit -> !decided.contains(unit))
                        .toList();
        return able.stream()
                .filter(m.context().briefed()::contains)
                .findFirst()
                .or(() -> able.stream().findFirst())
                .orElse(tree.root().id());
    }

    /**
     * The unit that gets an appeal after its deadline: the nearest one above that reviews and has
     * decided nothing in the case. If the reviewer has meanwhile decided (because it took over
     * another unit's work) and no unit is above, any unit that can still review. Empty if the
     * appeal stays where it is.
     */
    static Optional<AuthorityId> above(TravellerContext m, AppealState appeal) {
        var tree = m.tree();
        var decided = Independence.deciders(m.state());
        var briefed = m.context().briefed();
        var at = appeal.reviewer();
        for (var up = Mandate.briefedAbove(tree, at, briefed);
                !up.equals(at);
                up = Mandate.briefedAbove(tree, at, briefed)) {
            if (tree.get(up).plays(Role.REVIEWS_APPEALS) && !decided.contains(up)) {
                return Optional.of(up);
            }
            at = up;
        }
        return decided.contains(appeal.reviewer())
                ? Optional.of(reviewer(m, appeal.against()))
                        .filter(unit -> !unit.equals(appeal.reviewer()))
                : Optional.empty();
    }

    /**
     * The unit that can end an overdue hold if no unit is above its owner: the nearest one above
     * the traveller's home that reviews, has acknowledged and is above everyone who placed it; or
     * else the first addressee that reviews. Never the owner; empty if there is no other unit.
     */
    static Optional<AuthorityId> reviewer(TravellerContext m, Hold hold) {
        var tree = m.tree();
        var deciders = deciders(m, new AppealSubject.AHold(hold.number()));
        deciders.remove(hold.owner());
        var decided = Independence.deciders(m.state());
        return tree.reviewers(m.traveller().traveller().residence(), deciders).stream()
                .map(Authority::id)
                .filter(unit -> !decided.contains(unit))
                .filter(m.context().briefed()::contains)
                .findFirst();
    }

    private static Set<AuthorityId> deciders(TravellerContext m, AppealSubject against) {
        var units = new HashSet<AuthorityId>();
        decision(m, against)
                .ifPresent(proposal -> {
                    units.add(proposal.unit());
                    proposal.secondUnit().ifPresent(units::add);
                });
        if (against instanceof AppealSubject.AHold(var number)) {
            m.traveller().hold(number).ifPresent(hold -> units.add(hold.owner()));
        }
        return units;
    }

    /** The last act of two officers that the appeal is about. */
    private static Optional<Proposal> decision(TravellerContext m, AppealSubject against) {
        return m.traveller().proposals().reversed().stream()
                .filter(proposal -> proposal.second().isPresent())
                .filter(isAbout(m, against))
                .findFirst();
    }

    private static Predicate<Proposal> isAbout(TravellerContext m, AppealSubject against) {
        return switch (against) {
            case AppealSubject.Refusal _ -> p -> p.act() instanceof TwoOfficerAct.Refuse;
            case AppealSubject.BeingSetAside _ -> p -> p.act() instanceof TwoOfficerAct.SetAside;
            case AppealSubject.Revocation _ ->
                    p ->
                            p.act() instanceof TwoOfficerAct.Revoke
                                    || p.act() instanceof TwoOfficerAct.CorrectFact;
            case AppealSubject.AHold(var number) ->
                    p ->
                            m.traveller()
                                    .hold(number)
                                    .filter(hold -> Optional.of(hold.second()).equals(p.second()))
                                    .isPresent();
        };
    }

    /** Whether a reviewer has undone a hold or a revocation on this ground: that stays undone. */
    static boolean undid(TravellerContext m, HoldGround ground) {
        boolean hold =
                m.traveller().holds().stream()
                        .filter(h -> h.ground().equals(ground))
                        .anyMatch(h -> isWon(m, new AppealSubject.AHold(h.number())));
        Predicate<TwoOfficerAct> revoked =
                act -> act instanceof TwoOfficerAct.Revoke r && r.ground().equals(ground);
        return hold || (isWon(m, new AppealSubject.Revocation()) && isDone(m, revoked));
    }

    /** Whether an appeal undid a set-aside on this ground. */
    static boolean undidSetAside(TravellerContext m, String ground) {
        return isWon(m, new AppealSubject.BeingSetAside())
                && isDone(m, act -> act.equals(new TwoOfficerAct.SetAside(ground)));
    }

    private static boolean isWon(TravellerContext m, AppealSubject against) {
        return m.traveller().appeals().stream()
                .filter(appeal -> appeal.against().equals(against))
                .anyMatch(appeal -> appeal.upheld().orElse(false));
    }

    private static boolean isDone(TravellerContext m, Predicate<TwoOfficerAct> act) {
        return m.traveller().proposals().stream()
                .filter(proposal -> proposal.second().isPresent())
                .map(Proposal::act)
                .anyMatch(act);
    }

    static Response decide(TravellerContext m, TravellerCommand.DecideAppeal decide) {
        var appeal = m.traveller().appeal(decide.appeal()).filter(AppealState::isOpen);
        return Check.that(appeal.isPresent(), Code.NOT_FOUND, "appeal")
                .and(() -> m.isOfficerOf(appeal.orElseThrow().reviewer()), Code.NOT_ALLOWED, "unit")
                .and(() -> !m.tookPart(), Code.NOT_INDEPENDENT, "officer")
                .and(() -> !decidesToo(m), Code.NOT_INDEPENDENT, "unit")
                .and(!OwnWords.isEmpty(decide.reason()), Code.REASON_MISSING, "reason")
                .then(() -> decided(m, appeal.orElseThrow(), decide));
    }

    private static boolean decidesToo(TravellerContext m) {
        return Independence.deciders(m.state()).contains(m.actingOfficer().unit());
    }

    private static List<Event> decided(
            TravellerContext m, AppealState appeal, TravellerCommand.DecideAppeal decide) {
        var events = new ArrayList<Event>();
        events.add(
                new TravellerEvent.AppealDecided(
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

    /** What follows from a won appeal, besides the change of stage. */
    private static List<Event> undone(TravellerContext m, AppealSubject against, String reason) {
        boolean stands = stands(m, against).isEmpty();
        if (!stands) {
            return List.of();
        }
        return switch (against) {
            case AppealSubject.Refusal _, AppealSubject.BeingSetAside _ -> DecisionRules.stands(m);
            case AppealSubject.AHold(var number) ->
                    List.of(
                            new TravellerEvent.HoldReleased(
                                    m.no(), number, Optional.of(m.actingOfficer().id()), reason));
            case AppealSubject.Revocation _ -> restored(m, reason);
        };
    }

    /** The paper is valid again; if it expired meanwhile, it ends, so that a new one is issued. */
    private static List<Event> restored(TravellerContext m, String reason) {
        var events = new ArrayList<Event>();
        decision(m, new AppealSubject.Revocation())
                .map(Proposal::act)
                .filter(TwoOfficerAct.Revoke.class::isInstance)
                .map(act -> ((TwoOfficerAct.Revoke) act).ground())
                .ifPresent(ground -> events.addAll(HoldRules.releasedOn(m, ground, reason)));
        m.traveller()
                .paper()
                .filter(paper -> CrossingRules.hasRunOut(m, paper))
                .ifPresent(
                        paper -> events.add(new TravellerEvent.PaperEnded(m.no(), paper.number())));
        return events;
    }
}
