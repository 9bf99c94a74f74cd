package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.state.Stage;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two officers did in the name of one traveller of the {@link Model}, for thirty days. */
final class ModelActs {

    private static final int DAYS = 30;

    /**
     * How the person stood, of which one half is taken up again.
     *
     * @param heard what single officers heard, and when
     */
    record Stood(
            Stage stage,
            Set<String> clearances,
            Set<Integer> holds,
            Optional<AuthorityId> stoppedAt,
            boolean own,
            boolean stops,
            boolean lapsed,
            boolean others,
            boolean withheld,
            boolean confirmed,
            boolean left,
            int denials,
            int denialsBefore,
            Map<Boolean, Instant> heard) {}

    /** One of them. */
    record Act(
            LocalDate on,
            boolean leaving,
            Set<OfficerId> officers,
            Set<AuthorityId> units,
            Stood stood) {

        private boolean isApart(Actor actor) {
            return actor instanceof Actor.Officer by
                    && World.TREE.get(by.unit()).plays(Role.PROTECTS)
                    && !units.contains(by.unit())
                    && !officers.contains(by.id());
        }
    }

    private final TreeMap<Integer, Act> acts = new TreeMap<>();
    private final Set<OfficerId> acted = new HashSet<>();

    void add(int request, Act act) {
        acts.put(request, act);
        acted.addAll(act.officers());
    }

    /**
     * Whether an officer, or one for whom they stand in, ever did such a thing for this person,
     * undone or not: then they are neither first nor second again, whatever is asked.
     */
    boolean hasActed(Actor actor) {
        return actor instanceof Actor.Officer by && acted.stream().anyMatch(by::isOrIsTiedTo);
    }

    Act take(int request) {
        return java.util.Objects.requireNonNull(acts.remove(request));
    }

    /** The numbers of those that can still be undone. */
    Set<Integer> open(LocalDate today) {
        var open = new TreeSet<Integer>();
        acts.forEach((request, act) -> {
            if (today.isBefore(act.on().plusDays(DAYS))) {
                open.add(request);
            }
        });
        return open;
    }

    /** Whether an officer may be one of two to undo it. */
    boolean mayUndo(Actor actor, int request, LocalDate today) {
        var act = acts.get(request);
        return act != null
                && open(today).contains(request)
                && act.isApart(actor)
                && !hasActed(actor);
    }

    /** Who learns nothing of its undoing. */
    boolean hadPart(Actor actor, int request) {
        return hasActed(actor)
                || (actor instanceof Actor.Officer by && act(request).units().contains(by.unit()));
    }

    /** The same of what they are said to have done last. */
    boolean mayUndoLast(Actor actor, boolean leaving, LocalDate today) {
        return open(today).stream()
                .filter(request -> act(request).leaving() == leaving)
                .max(Integer::compare)
                .filter(request -> act(request).isApart(actor) && !hasActed(actor))
                .isPresent();
    }

    private Act act(int request) {
        return java.util.Objects.requireNonNull(acts.get(request));
    }
}
