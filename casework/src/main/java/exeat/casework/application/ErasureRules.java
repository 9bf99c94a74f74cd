package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.access.Past;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.fee.FeeRules;
import exeat.casework.state.Archive;
import exeat.casework.state.CaseState;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.Erasure;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.Tombstone;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OwnWords;
import exeat.casework.value.TravellerNo;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Erasing and keeping cases. A whole case is erased by two officers of a supervising unit, or when
 * it may no longer be kept; one person's part, when they ask for it. Nothing is erased while a case
 * is open, an appeal is possible, or an order keeps it.
 */
final class ErasureRules {

    private ErasureRules() {}

    static Response respond(CaseState state, Context context, ArchiveCommand command) {
        return switch (command) {
            case ArchiveCommand.ProposeErasure c -> propose(state, context, c);
            case ArchiveCommand.SecondErasure c -> second(state, context, c);
            case ArchiveCommand.EraseOwn c -> own(state, context, c);
            case ArchiveCommand.PlaceLegalHold c -> keep(state, context, c);
            case ArchiveCommand.LiftLegalHold c -> free(state, context, c);
            case ArchiveCommand.EraseByRetention c -> byTime(state, context, c);
            case ArchiveCommand.EraseAgain c -> again(state, context, c);
        };
    }

    private static Optional<Actor.Officer> officer(Context context) {
        return context.actor() instanceof Actor.Officer officer
                        && Mandate.mayErase(context.tree(), officer.unit())
                ? Optional.of(officer)
                : Optional.empty();
    }

    private static Response propose(
            CaseState state, Context context, ArchiveCommand.ProposeErasure command) {
        var officer = officer(context);
        return Check.that(officer.isPresent(), Code.NOT_ALLOWED, "actor")
                .and(!OwnWords.isEmpty(command.basis()), Code.REASON_MISSING, "basis")
                .and(!OwnWords.isEmpty(command.reason()), Code.REASON_MISSING, "reason")
                .and(() -> stands(state, context, StageTransitions.ENDS))
                .then(() ->
                        List.of(
                                new ArchiveEvent.ErasureProposed(
                                        command.basis(),
                                        command.reason(),
                                        officer.orElseThrow().id(),
                                        officer.orElseThrow().unit())));
    }

    private static Response second(
            CaseState state, Context context, ArchiveCommand.SecondErasure command) {
        var officer = officer(context);
        var proposed =
                state.archive()
                        .flatMap(Archive::proposed)
                        .filter(first ->
                                first.basis().equals(command.basis())
                                        && first.reason().equals(command.reason()));
        return Check.that(officer.isPresent(), Code.NOT_ALLOWED, "actor")
                .and(proposed.isPresent(), Code.NOT_FOUND, "proposal")
                .and(
                        () -> !officer.orElseThrow().isOrIsTiedTo(proposed.orElseThrow().by()),
                        Code.SECOND_OFFICER,
                        "officer")
                .and(() -> stands(state, context, StageTransitions.ENDS))
                .then(() -> {
                    var first = proposed.orElseThrow();
                    return erased(
                            state,
                            everybody(state),
                            new Erasure(
                                    context.now(),
                                    Erasure.ErasureGround.DATA_PROTECTION,
                                    first.basis(),
                                    first.reason(),
                                    Optional.of(first.by()),
                                    Optional.of(officer.orElseThrow().id())));
                });
    }

    private static Response own(CaseState state, Context context, ArchiveCommand.EraseOwn command) {
        var traveller = Optional.ofNullable(state.travellers().get(command.traveller()));
        return Check.that(traveller.isPresent(), Code.NOT_FOUND, "traveller")
                .and(
                        () ->
                                new TravellerContext(state, traveller.orElseThrow(), context)
                                        .isThePerson(),
                        Code.NOT_ALLOWED,
                        "actor")
                .and(() -> UnprovedSecretRules.proved(state, context))
                .and(state.erasure(command.traveller()).isEmpty(), Code.ERASED, "traveller")
                .and(() -> settled(List.of(traveller.orElseThrow()), context))
                .and(() -> noSecretPending(state, context, Set.of(command.traveller())))
                .and(() -> unclaimed(told(state, context), context.today(), StageTransitions.ENDS))
                .then(() ->
                        erased(
                                state,
                                Set.of(command.traveller()),
                                plain(context, Erasure.ErasureGround.OWN_REQUEST, "", "")));
    }

    private static Response byTime(
            CaseState state, Context context, ArchiveCommand.EraseByRetention command) {
        var ends = Set.of(Stage.WITHDRAWN, Stage.CLOSED, Stage.REFUSED);
        var last = context.today().minusDays(command.days());
        var zone = context.directive().vocabulary().zone();
        boolean past =
                state.travellers().values().stream()
                        .allMatch(t -> t.since().atZone(zone).toLocalDate().isBefore(last));
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                .and(
                        command.days() > 0 && !OwnWords.isEmpty(command.basis()),
                        Code.BAD_VALUE,
                        "days")
                .and(() -> stands(state, context, ends))
                .and(past, Code.BAD_DATE, "days")
                .and(
                        left(state).stream().allMatch(t -> ServiceRules.isLongServed(t, last)),
                        Code.NOT_ENDED,
                        "service")
                .then(() ->
                        erased(
                                state,
                                everybody(state),
                                plain(
                                        context,
                                        Erasure.ErasureGround.RETENTION,
                                        command.basis(),
                                        "" + command.days())));
    }

    /** From an older copy, whatever state the case had then: the erasure was decided before. */
    private static Response again(
            CaseState state, Context context, ArchiveCommand.EraseAgain command) {
        var gone = new TreeSet<>(command.travellers());
        gone.removeIf(no -> state.erasure(no).isPresent() || !state.travellers().containsKey(no));
        return Check.that(context.actor() instanceof Actor.Clock, Code.NOT_ALLOWED, "actor")
                .then(() ->
                        gone.isEmpty()
                                ? List.<Event>of()
                                : erased(
                                        state,
                                        gone,
                                        plain(
                                                context,
                                                Erasure.ErasureGround.AGAIN,
                                                "",
                                                command.was())));
    }

    private static Response keep(
            CaseState state, Context context, ArchiveCommand.PlaceLegalHold command) {
        var officer = officer(context);
        return Check.that(officer.isPresent(), Code.NOT_ALLOWED, "actor")
                .and(!OwnWords.isEmpty(command.order()), Code.REASON_MISSING, "order")
                .and(state.archive().flatMap(Archive::kept).isEmpty(), Code.ALREADY_EXISTS, "order")
                .and(!left(state).isEmpty(), Code.ERASED, "application")
                .then(() ->
                        List.of(
                                new ArchiveEvent.FileKept(
                                        command.order(),
                                        officer.orElseThrow().id(),
                                        officer.orElseThrow().unit())));
    }

    private static Response free(
            CaseState state, Context context, ArchiveCommand.LiftLegalHold command) {
        var officer = officer(context);
        return Check.that(officer.isPresent(), Code.NOT_ALLOWED, "actor")
                .and(!OwnWords.isEmpty(command.reason()), Code.REASON_MISSING, "reason")
                .and(state.archive().flatMap(Archive::kept).isPresent(), Code.NOT_FOUND, "order")
                .then(() ->
                        List.of(
                                new ArchiveEvent.FileFreed(
                                        command.reason(),
                                        officer.orElseThrow().id(),
                                        officer.orElseThrow().unit())));
    }

    /** Why nothing can be erased; each reason has its own code. */
    private static Optional<Rejection> stands(CaseState state, Context context, Set<Stage> ends) {
        var left = left(state);
        return Check.that(!left.isEmpty(), Code.ERASED, "application")
                .and(() -> noSecretPending(state, context, everybody(state)))
                .and(() -> unclaimed(state, context.today(), ends))
                .and(left.stream().noneMatch(FeeRules::isDueBack), Code.NOT_ENDED, "refund")
                // Last: where nothing could be erased anyway, nobody learns of a claim.
                .and(() -> settled(left, context))
                .failure();
    }

    /**
     * That no claim stands, and nobody can still undo what was done in their name in person. A
     * claim that ended so counts as one that stands.
     */
    private static Optional<Rejection> settled(List<TravellerState> left, Context context) {
        var undoable = left.stream().flatMap(t -> t.undoable(context.now()).stream()).toList();
        return Check.that(
                        undoable.stream().noneMatch(DoneInPerson::isWithdrawal),
                        Code.NOT_ENDED,
                        "application")
                .and(
                        undoable.isEmpty()
                                && left.stream().noneMatch(TravellerState::protectionClaimed),
                        Code.SUSPENDED,
                        "traveller")
                .failure();
    }

    /** A person who is getting a secret of their own has something to say first. */
    private static Optional<Rejection> noSecretPending(
            CaseState state, Context context, Set<TravellerNo> gone) {
        return Check.that(
                        gone.stream()
                                .noneMatch(no ->
                                        state.handling()
                                                .pendingSecret(no, context.now())
                                                .isPresent()),
                        Code.SECRET_WAITING,
                        "traveller")
                .failure();
    }

    /**
     * The others as they are told of to who asks for their own part. By what is kept from this one,
     * the answer would tell of a claim.
     */
    private static CaseState told(CaseState state, Context context) {
        var told = state;
        if (context.actor() instanceof Actor.Party party) {
            for (var t : left(state)) {
                told = told.with(Past.told(t, party));
            }
        }
        return told;
    }

    /** Without a word of claims: who asks for their own part may not know of the others'. */
    private static Optional<Rejection> unclaimed(
            CaseState state, LocalDate today, Set<Stage> ends) {
        var left = left(state);
        return Check.that(!left.isEmpty(), Code.ERASED, "application")
                .and(
                        left.stream().allMatch(t -> ends.contains(t.stage())),
                        Code.NOT_ENDED,
                        "application")
                .and(
                        left.stream()
                                .flatMap(t -> t.appeals().stream())
                                .noneMatch(AppealState::isOpen),
                        Code.NOT_ENDED,
                        "appeal")
                .and(
                        state.archive().flatMap(Archive::kept).isEmpty(),
                        Code.KEPT_BY_ORDER,
                        "legal hold")
                .and(
                        left.stream().noneMatch(t -> isHeldByCourt(t, today)),
                        Code.KEPT_BY_ORDER,
                        "court order")
                .failure();
    }

    /** An order binds until it expires, even if the hold on it ended with the case. */
    private static boolean isHeldByCourt(TravellerState t, LocalDate today) {
        return t.holds().stream()
                .anyMatch(hold ->
                        hold.ground() instanceof HoldGround.CourtOrder order
                                && !order.expires().isBefore(today));
    }

    private static List<TravellerState> left(CaseState state) {
        return state.travellers().values().stream()
                .filter(t -> state.erasure(t.no()).isEmpty())
                .toList();
    }

    private static Set<TravellerNo> everybody(CaseState state) {
        var all = new TreeSet<TravellerNo>();
        left(state).forEach(t -> all.add(t.no()));
        return all;
    }

    private static Erasure plain(
            Context context, Erasure.ErasureGround ground, String basis, String reason) {
        return new Erasure(
                context.now(), ground, basis, reason, Optional.empty(), Optional.empty());
    }

    private static List<Event> erased(
            CaseState state, Collection<TravellerNo> gone, Erasure erasure) {
        return List.of(
                new CaseEvent.Erased(
                        new TreeSet<>(gone),
                        erasure,
                        List.of(),
                        Optional.of(Tombstone.after(state, gone))));
    }
}
