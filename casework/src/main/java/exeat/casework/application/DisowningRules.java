package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.StageTransitions.Transition;
import exeat.casework.state.Undoing;
import exeat.casework.value.OwnWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * It was not the person who left, or ended their claim, before two protection officers. For a while
 * they undo it, with a secret that two officers handed over, or in person before two protection
 * officers of units that had no part in it: else those who agreed would judge what they did. An
 * unproved secret undoes nothing, since the filer may be the one from whom the person got away.
 */
final class DisowningRules {

    private DisowningRules() {}

    /** The person alone, and for a minor no guardian either. */
    static Response disown(TravellerContext m, TravellerCommand.Disown command) {
        var done = find(m, command.request());
        return Check.that(m.isParty(m.no()), Code.NOT_ALLOWED, "actor")
                .and(() -> UnprovedSecretRules.proved(m.state(), m.context()))
                .and(done.isPresent(), Code.NOT_FOUND, "request")
                .and(() -> isPossible(m, done.orElseThrow()), Code.WRONG_STAGE, "stage")
                .then(() -> undone(m, command.request()));
    }

    /** The first of two officers; the second agrees as to anything else that is asked in person. */
    static Response ask(TravellerContext m, TravellerCommand.DisownInPerson command) {
        var done = last(m, command.withdrawal());
        return Check.that(SecretRules.protects(m.state(), m.context()), Code.NOT_ALLOWED, "unit")
                // First, and also when it is undone: those who did it get one answer throughout.
                .and(() -> !InPersonRules.hasActed(m), Code.SECOND_OFFICER, "officer")
                .and(() -> isOfNeither(m, done), Code.NOT_INDEPENDENT, "unit")
                .and(done.isPresent(), Code.NOT_FOUND, "request")
                .and(() -> isPossible(m, done.orElseThrow()), Code.WRONG_STAGE, "stage")
                .and(!OwnWords.isEmpty(command.seen()), Code.REASON_MISSING, "seen")
                .and(
                        InPersonRules.open(m).allMatch(one -> one.against().isEmpty()),
                        Code.ALREADY_EXISTS,
                        "request")
                .then(() ->
                        List.of(
                                InPersonRules.asked(
                                        m,
                                        false,
                                        command.seen(),
                                        Optional.of(done.orElseThrow().request()))));
    }

    /**
     * Whether the officer's unit had no part in it, nor, where there is nothing to undo, ever in
     * anything like it.
     */
    private static boolean isOfNeither(TravellerContext m, Optional<DoneInPerson> done) {
        var unit = m.actingOfficer().unit();
        return !done.map(one -> one.isOf(unit, m.tree()))
                .orElseGet(() -> Undoing.actedOf(m.traveller(), unit, m.tree()));
    }

    /** Whether there is still something that the second officer can agree to. */
    static Optional<Rejection> mayUndo(TravellerContext m, int request) {
        var done = find(m, request);
        return Check.that(done.isPresent(), Code.NOT_FOUND, "request")
                .and(() -> isPossible(m, done.orElseThrow()), Code.WRONG_STAGE, "stage")
                .failure();
    }

    private static boolean isPossible(TravellerContext m, DoneInPerson done) {
        return !done.isWithdrawal() || m.may(Transition.WITHDRAWAL_UNDONE);
    }

    private static List<DoneInPerson> undoable(TravellerContext m) {
        return m.traveller().undoable(m.context().now());
    }

    private static Optional<DoneInPerson> find(TravellerContext m, int request) {
        return undoable(m).stream().filter(done -> done.request() == request).findFirst();
    }

    private static Optional<DoneInPerson> last(TravellerContext m, boolean withdrawal) {
        return undoable(m).reversed().stream()
                .filter(done -> done.isWithdrawal() == withdrawal)
                .findFirst();
    }

    /** The case goes on from where it stood, or the claim stands again. */
    static List<Event> undone(TravellerContext m, int request) {
        var done = find(m, request).orElseThrow();
        if (done.left().isEmpty()) {
            return List.of(new ProtectionEvent.ProtectionClaimRestored(m.no(), request));
        }
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.WithdrawalUndone(m.no()));
        events.addAll(ClearanceRules.reopened(m, done.left().get().clearances()));
        return events;
    }
}
