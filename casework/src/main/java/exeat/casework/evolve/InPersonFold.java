package exeat.casework.evolve;

import exeat.casework.event.ProtectionEvent;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.Undoing;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks for before protection officers, what two of them did, and what is to be undone
 * of it. What is to be undone stands beside anything else that is asked: neither hinders the other,
 * so that no answer tells of it.
 */
final class InPersonFold {

    Optional<InPersonRequest> asked;
    int requests;
    final List<DoneInPerson> done;
    private Optional<InPersonRequest> undo;
    private final List<OfficerId> only;
    private final Set<OfficerId> acted;
    private final Set<AuthorityId> units;
    private final List<Long> steps;
    private Optional<Integer> undos;

    InPersonFold(Protection before) {
        // What is older has one place for both.
        asked = before.inPerson().filter(one -> one.against().isEmpty());
        var older = before.inPerson().filter(one -> one.against().isPresent());
        requests = before.requests().orElse(0);
        done = new ArrayList<>(before.doneInPerson());
        var undoing = before.undoing().orElse(Undoing.NONE);
        undo = undoing.asked().or(() -> older);
        only = new ArrayList<>(undoing.only());
        acted = new LinkedHashSet<>(undoing.acted());
        units = new LinkedHashSet<>(undoing.units());
        steps = new ArrayList<>(undoing.steps());
        undos = undoing.requests();
    }

    Optional<Undoing> undoing() {
        var undoing = new Undoing(undo, only, List.copyOf(acted), List.copyOf(units), steps, undos);
        return undoing.equals(Undoing.NONE) ? Optional.empty() : Optional.of(undoing);
    }

    void asked(ProtectionEvent.InPersonAsked event, long sequence, Instant at) {
        if (event.request() > Undoing.NUMBERED_AFTER) {
            undos = Optional.of(event.request() - Undoing.NUMBERED_AFTER);
        } else {
            // In what is older both are counted together.
            requests = event.request();
        }
        var request =
                Optional.of(
                        new InPersonRequest(
                                event.request(),
                                event.withdrawal(),
                                event.by(),
                                event.unit(),
                                at,
                                event.against()));
        if (event.against().isEmpty()) {
            asked = request;
        } else {
            undo = request;
            steps.add(sequence);
        }
    }

    void stopped(int request, long sequence) {
        asked = asked.filter(one -> one.number() != request);
        if (undo.filter(one -> one.number() == request).isPresent()) {
            undo = Optional.empty();
            steps.add(sequence);
        }
    }

    /** What the second officer agrees to, which is asked no longer; empty for what undoes. */
    Optional<InPersonRequest> identified(ProtectionEvent.IdentifiedInPerson second) {
        if (isOfUndo(second)) {
            undo = Optional.empty();
            return Optional.empty();
        }
        var request = asked;
        asked = Optional.empty();
        return request;
    }

    void did(DoneInPerson act, Instant at) {
        done.removeIf(old -> !old.isOpen(at));
        done.add(act);
        acted.addAll(act.officers());
        units.addAll(act.units());
    }

    /** Whether it is only to undo something that an officer does this; asked before it is done. */
    boolean isUndo(ProtectionEvent event) {
        return switch (event) {
            case ProtectionEvent.InPersonAsked e -> e.against().isPresent();
            case ProtectionEvent.IdentifiedInPerson e -> isOfUndo(e);
            case ProtectionEvent _ -> false;
        };
    }

    private boolean isOfUndo(ProtectionEvent.IdentifiedInPerson second) {
        return undo.filter(one ->
                        second.request()
                                .map(number -> number == one.number())
                                .orElse(asked.isEmpty()))
                .isPresent();
    }

    /** Whether a claim is about to stand again, of which an unproved secret is not to tell. */
    boolean isRestoring(ProtectionEvent.IdentifiedInPerson second) {
        return isOfUndo(second)
                && done.stream()
                        .anyMatch(one ->
                                undo.orElseThrow().undoes(one.request()) && !one.isWithdrawal());
    }

    /**
     * Notes an officer's part: whether it is their first in the case, and whether it only undoes.
     */
    void took(OfficerId officer, boolean first, boolean undoes) {
        if (!undoes) {
            only.remove(officer);
        } else if (first) {
            only.add(officer);
        }
    }

    /** Another secret or another two undid it: nothing is left for those who ask for it. */
    DoneInPerson taken(int request) {
        var one =
                done.stream()
                        .filter(act -> act.request() == request)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("nothing was done by " + request));
        done.remove(one);
        return one;
    }
}
