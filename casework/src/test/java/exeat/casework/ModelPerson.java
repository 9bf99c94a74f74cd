package exeat.casework;

import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One traveller, as somebody with a sheet of paper would keep them. */
final class ModelPerson {
    Stage stage = Stage.UNCONFIRMED;
    boolean claimed;
    LocalDate newSecret = LocalDate.MIN;
    boolean ownClaim;
    boolean unconfirmed;
    boolean stops;
    boolean grownWithoutWord;
    boolean stopped;
    boolean revoked;
    boolean trip;
    LocalDate until = LocalDate.MIN;
    final Map<String, AuthorityId> clearances = new HashMap<>();
    final Set<Integer> holds = new HashSet<>();
    final Map<Integer, TwoOfficerAct> proposals = new HashMap<>();
    final Map<Integer, OfficerId> proposers = new HashMap<>();
    final Map<Integer, AppealSubject> appeals = new HashMap<>();
    final Map<CrossingDirection, Set<UnitFunction>> parts = new HashMap<>();

    boolean isOver() {
        return stage == Stage.WITHDRAWN || stage == Stage.CLOSED;
    }

    /** An end leaves what is about protection; a claim that stops steps leaves that, and leaving. */
    boolean isClosedTo(TravellerCommand command) {
        boolean protection = isOfProtection(command);
        boolean withdraw =
                command instanceof TravellerCommand.Withdraw
                        || command instanceof TravellerCommand.WithdrawInPerson;
        return (isOver() && !protection) || (stops && !withdraw && !protection);
    }

    private static boolean isOfProtection(TravellerCommand command) {
        return command instanceof TravellerCommand.ClaimProtection
                || command instanceof TravellerCommand.ClaimForAnother
                || command instanceof TravellerCommand.HearProtection
                || command instanceof TravellerCommand.Admit
                || command instanceof TravellerCommand.EndProtectionClaim
                || command instanceof TravellerCommand.EndClaimInPerson;
    }

    /** A new secret begins to wait, or is not to be. */
    void follow(SecretEvent event) {
        switch (event) {
            case SecretEvent.SecretIssued e ->
                    e.from()
                            .map(from -> from.atZone(World.DIRECTIVE.limits().zone()))
                            .ifPresent(from -> newSecret = from.toLocalDate());
            case SecretEvent.SecretStopped _ -> newSecret = LocalDate.MIN;
            case SecretEvent.SecretAsked _ -> {}
        }
    }

    /** Whether somebody could still object to a new secret: no step goes on. */
    boolean isWaiting(LocalDate today) {
        return today.isBefore(newSecret);
    }

    void claim(boolean own) {
        if (!claimed) {
            stops = own || !unconfirmed;
            ownClaim = own;
        }
        stops = stops || own;
        ownClaim = ownClaim || own;
        claimed = true;
    }

    /** Heard, or not in time. */
    void confirm(boolean own) {
        ownClaim = own;
        stops = own;
        unconfirmed = unconfirmed || !own;
    }

    void unclaim() {
        unconfirmed = unconfirmed || !ownClaim;
        claimed = false;
        ownClaim = false;
        stops = false;
    }

    boolean isReady() {
        return clearances.isEmpty() && holds.isEmpty();
    }

    /** Each function that the pack names records its part; with all the crossing is made. */
    void crosses(CrossingDirection direction, UnitFunction function) {
        var recorded = parts.computeIfAbsent(direction, _ -> new HashSet<>());
        recorded.add(function);
        if (recorded.size() == World.DIRECTIVE.division().crossing().size()) {
            boolean out = direction == CrossingDirection.DEPARTURE && trip;
            stage = out ? Stage.DEPARTED : Stage.CLOSED;
            if (!out) {
                leaves();
            }
        }
    }

    /** Nothing is left to do for somebody who has gone. */
    void leaves() {
        clearances.clear();
        holds.clear();
        stopped = false;
    }

    void undo(AppealSubject against, List<Event> events) {
        switch (against) {
            case AppealSubject.Refusal _ -> stage = stage == Stage.REFUSED ? Stage.APPROVED : stage;
            case AppealSubject.BeingSetAside _ ->
                    stage = stage == Stage.SET_ASIDE ? Stage.APPROVED : stage;
            case AppealSubject.Revocation _ -> {
                if (revoked
                        && Set.of(Stage.REVOKED, Stage.REFERRED, Stage.UNANSWERED)
                                .contains(stage)) {
                    revoked = false;
                    boolean ended =
                            events.stream().anyMatch(TravellerEvent.PaperEnded.class::isInstance);
                    stage = ended ? Stage.APPROVED : Stage.AUTHORISED;
                }
            }
            case AppealSubject.AHold _ -> {}
        }
    }

    boolean mayCross(CrossingDirection direction, LocalDate today) {
        return switch (direction) {
            case DEPARTURE ->
                    stage == Stage.AUTHORISED && !isWaiting(today) && !today.isAfter(until) && !stopped && isReady();
            case RETURN -> stage == Stage.DEPARTED;
        };
    }
}
