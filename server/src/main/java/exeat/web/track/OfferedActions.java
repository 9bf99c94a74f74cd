package exeat.web.track;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.access.Disclosure.NameAndStage;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.access.Disclosure.Whole;
import exeat.casework.command.Rejection;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.Archive;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TravellerNo;
import exeat.web.casefile.CaseAction;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActions;
import exeat.web.casefile.JudgedActions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's actions without those that the rules will reject for a reason that the person can
 * know; those are told with what is missing. What is not on the person's page does not count: an
 * action that came or went with something hidden would give it away.
 */
final class OfferedActions extends JudgedActions {

    private final TravellerNo no;
    private final CaseSeen seen;
    private final Instant now;

    OfferedActions(CaseActions likely, TravellerNo no, CaseSeen seen, Instant now) {
        super(likely);
        this.no = no;
        this.seen = seen;
        this.now = now;
    }

    /**
     * Somebody who filed for another person is told where to go to undo it, and is offered no act
     * of that person's; nor can they confirm that a decision reached the person.
     */
    @Override
    protected boolean isUntold(CaseAction action) {
        boolean proved =
                action.kind() == CaseActionKind.DISOWN
                        || action.kind() == CaseActionKind.CONFIRM_RECEIPT
                        || (action.kind() == CaseActionKind.DISPUTE_SERVICE && isUsedUp(action));
        return proved && !seen.own().isProved();
    }

    @Override
    protected Optional<Rejection> rejection(CaseAction action) {
        if (action.kind() == CaseActionKind.ANSWER_PROPOSAL
                && !seen.own().isProved()
                && isAnswered(action)) {
            return rejected(Rejection.Code.ALREADY_EXISTS, "answer");
        }
        return action.kind() == CaseActionKind.ERASE_OWN ? erasure() : Optional.empty();
    }

    /** Whether nobody can say again of this proposal that it did not reach them. */
    private boolean isUsedUp(CaseAction dispute) {
        return proposals()
                .filter(p -> p.open() && dispute.target().endsWith("-" + p.number()))
                .flatMap(p -> p.hearing().stream())
                .anyMatch(hearing -> !hearing.isDisputable(false));
    }

    /** Whether nobody knows who answered so often. */
    private boolean isAnswered(CaseAction answer) {
        return proposals()
                .filter(p -> answer.target().equals(Integer.toString(p.number())))
                .flatMap(p -> p.hearing().stream())
                .anyMatch(hearing -> hearing.unproved() >= AdverseHearing.UNPROVED_ANSWERS);
    }

    private Stream<Proposal> proposals() {
        return seen.travellers().get(no) instanceof Whole(var state)
                ? state.proposals().stream()
                : Stream.empty();
    }

    private List<DoneInPerson> undoable() {
        return seen.travellers().get(no) instanceof Whole(var state)
                ? state.undoable(now)
                : List.of();
    }

    /** Why erasure is not possible, checked in the order of the rules. */
    private Optional<Rejection> erasure() {
        if (!seen.own().isProved()) {
            return rejected(Rejection.Code.SECRET_UNPROVED, "secret");
        }
        if (!undoable().isEmpty()) {
            return undoable().stream().anyMatch(DoneInPerson::isWithdrawal)
                    ? rejected(Rejection.Code.NOT_ENDED, "application")
                    : rejected(Rejection.Code.SUSPENDED, "traveller");
        }
        if (NewSecretPages.pending(seen, now).stream().anyMatch(one -> one.to().equals(no))) {
            return rejected(Rejection.Code.SECRET_WAITING, "traveller");
        }
        if (!seen.travellers().values().stream().allMatch(OfferedActions::isOver)) {
            return rejected(Rejection.Code.NOT_ENDED, "application");
        }
        return seen.archive().flatMap(Archive::kept).isPresent()
                ? rejected(Rejection.Code.KEPT_BY_ORDER, "legal hold")
                : Optional.empty();
    }

    private static boolean isOver(TravellerSeen traveller) {
        return switch (traveller) {
            case Whole(var state) ->
                    StageTransitions.ENDS.contains(state.stage())
                            && state.appeals().stream().noneMatch(AppealState::isOpen);
            case NameAndStage(_, var stage) -> StageTransitions.ENDS.contains(stage);
            case Disclosure.ForWork _,
                    Disclosure.AtBorder _,
                    Disclosure.ToHear _,
                    Disclosure.StageOnly _,
                    Disclosure.Suspended _,
                    Disclosure.Hidden _,
                    Disclosure.Erased _ ->
                    true;
        };
    }

    private static Optional<Rejection> rejected(Rejection.Code code, String what) {
        return Optional.of(new Rejection(code, what));
    }
}
