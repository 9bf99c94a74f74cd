package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.CaseState;
import exeat.casework.state.StageTransitions;
import exeat.casework.value.OwnWords;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.List;
import java.util.Set;

/** Commands on how a case is handled: moved, taken out of order, stepped aside from. */
final class CaseHandlingRules {

    private CaseHandlingRules() {}

    /** A unit above moves a unit's work to another that can do it; the deadlines stay. */
    static Response handOver(CaseState state, Context context, CaseCommand.HandOver over) {
        var tree = context.tree();
        return Check.that(context.actor() instanceof Actor.Officer, Code.NOT_ALLOWED, "actor")
                .and(tree.find(over.from()).isPresent(), Code.NOT_FOUND, "from")
                .and(tree.find(over.to()).isPresent(), Code.NOT_FOUND, "to")
                .and(
                        () -> isHeadOfBoth(tree, officer(context).unit(), over),
                        Code.NOT_ALLOWED,
                        "unit")
                .and(() -> canDo(tree, context.briefed(), over), Code.BAD_VALUE, "to")
                .and(
                        () -> !Independence.reviewers(state).contains(over.to()),
                        Code.NOT_INDEPENDENT,
                        "to")
                .and(() -> hasWork(state, over.from()), Code.WRONG_STAGE, "from")
                .and(!OwnWords.isEmpty(over.reason()), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new CaseEvent.HandedOver(
                                        over.from(),
                                        over.to(),
                                        java.util.Optional.of(officer(context).id()),
                                        over.reason())));
    }

    private static Actor.Officer officer(Context context) {
        return (Actor.Officer) context.actor();
    }

    private static boolean isHeadOfBoth(
            AuthorityTree tree, AuthorityId officers, CaseCommand.HandOver over) {
        return Mandate.isHead(tree, officers, over.from())
                && Mandate.mayAct(tree, officers, over.to());
    }

    private static boolean canDo(
            AuthorityTree tree, Set<AuthorityId> briefed, CaseCommand.HandOver over) {
        return !over.from().equals(over.to())
                && tree.get(over.from()).function().equals(tree.get(over.to()).function())
                && !tree.isClosed(over.to())
                && briefed.contains(over.to());
    }

    /** Whether the unit has the case or a step in it; a review alone is not moved. */
    private static boolean hasWork(CaseState state, AuthorityId unit) {
        var live =
                state.travellers().values().stream()
                        .filter(t -> !StageTransitions.ENDS.contains(t.stage()))
                        .toList();
        return !live.isEmpty()
                && (state.holder().equals(unit)
                        || live.stream()
                                .anyMatch(t ->
                                        t.openClearances().stream()
                                                        .anyMatch(c -> c.unit().equals(unit))
                                                || t.openHolds().stream()
                                                        .anyMatch(h -> h.owner().equals(unit))));
    }

    static Response jump(TravellerContext m, TravellerCommand.TakeOutOfOrder jump) {
        boolean needsWords =
                jump.why() == CaseHandling.OutOfOrderReason.OTHER
                        || jump.why() == CaseHandling.OutOfOrderReason.TOLD_FROM_ABOVE;
        return Check.that(m.officer().isPresent(), Code.NOT_ALLOWED, "actor")
                .and(() -> isTheirs(m, jump.task()), Code.NOT_ALLOWED, "task")
                .and(!needsWords || !OwnWords.isEmpty(jump.words()), Code.REASON_MISSING, "words")
                .then(() ->
                        List.of(
                                new TravellerEvent.Jumped(
                                        m.no(),
                                        jump.task(),
                                        m.actingOfficer().unit(),
                                        m.actingOfficer().id(),
                                        jump.why(),
                                        jump.words())));
    }

    /** Whether the unit has this to do: a task of the holder, a clearance by its name, a review. */
    private static boolean isTheirs(TravellerContext m, String task) {
        return switch (task) {
            case "decide", "authorise" -> m.isOfficerOfHolder();
            case "appeal" ->
                    m.traveller().appeals().stream()
                            .anyMatch(a -> a.isOpen() && m.isOfficerOf(a.reviewer()));
            default ->
                    m.traveller().openClearances().stream()
                            .anyMatch(c -> c.name().equals(task) && m.isOfficerOf(c.unit()));
        };
    }

    static Response recuse(TravellerContext m, TravellerCommand.Recuse recuse) {
        boolean own = m.isOfficer(officer -> officer.id().equals(recuse.officer()));
        boolean known = m.traveller().officers().contains(recuse.officer());
        return Check.that(own || m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(own || known, Code.NOT_FOUND, "officer")
                .and(!OwnWords.isEmpty(recuse.words()), Code.REASON_MISSING, "words")
                .and(
                        !m.state().handling().isRecused(recuse.officer(), m.no()),
                        Code.ALREADY_EXISTS,
                        "officer")
                .then(() ->
                        List.of(
                                new TravellerEvent.Recused(
                                        m.no(),
                                        recuse.officer(),
                                        recuse.tie(),
                                        recuse.words(),
                                        !own)));
    }

    /**
     * Only for a traveller's request, and only by a unit above the holder; at the top, by another
     * officer of the same unit.
     */
    static Response lift(TravellerContext m, TravellerCommand.LiftRecusal lift) {
        var holder = m.state().holder();
        boolean asked =
                m.state().handling().recusals().stream()
                        .anyMatch(r ->
                                r.officer().equals(lift.officer()) && r.asked() && !r.lifted());
        boolean above =
                m.isOfficer(officer ->
                        Mandate.isHead(m.tree(), officer.unit(), holder)
                                || (m.isOfficerOfHolder() && holder.equals(m.tree().root().id())));
        return Check.that(above, Code.NOT_ALLOWED, "unit")
                .and(
                        () -> !m.actingOfficer().isOrIsTiedTo(lift.officer()),
                        Code.NOT_INDEPENDENT,
                        "officer")
                .and(asked, Code.NOT_FOUND, "officer")
                .and(!OwnWords.isEmpty(lift.reason()), Code.REASON_MISSING, "reason")
                .then(() ->
                        List.of(
                                new TravellerEvent.RecusalLifted(
                                        m.no(),
                                        lift.officer(),
                                        m.actingOfficer().id(),
                                        lift.reason())));
    }
}
