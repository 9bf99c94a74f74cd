package exeat.casework.state;

import exeat.casework.state.TravellerState.BorderStop;
import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.source.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What two protection officers did in the name of somebody who is said to have stood before them.
 * The person can undo it for a while; for that it keeps how they stood.
 *
 * @param request the number of the request that the two officers carried out
 * @param units the units of these officers
 * @param left how the person stood when they left; empty if their claim ended
 * @param claim what followed from the claim that ended; empty if they left
 */
@StoredAs(
        name = "done-in-person",
        fields = {"request", "at", "officers", "units", "left", "claim"})
public record DoneInPerson(
        int request,
        Instant at,
        List<OfficerId> officers,
        List<AuthorityId> units,
        Optional<Left> left,
        Optional<Protection> claim) {

    /** Long enough for somebody who does not look at their page every week. */
    public static final Duration UNDOABLE = Duration.ofDays(30);

    public DoneInPerson {
        officers = List.copyOf(officers);
        units = List.copyOf(units);
    }

    /** Until when the person can undo it. */
    public Instant until() {
        return at.plus(UNDOABLE);
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(until());
    }

    /** Whether a unit, or one whose work it has now, had a part in it. */
    public boolean isOf(AuthorityId unit, AuthorityTree tree) {
        return isOneOf(units, unit, tree);
    }

    static boolean isOneOf(List<AuthorityId> units, AuthorityId unit, AuthorityTree tree) {
        var now = now(unit, tree);
        return units.stream().map(one -> now(one, tree)).anyMatch(now::equals);
    }

    private static AuthorityId now(AuthorityId unit, AuthorityTree tree) {
        return tree.find(unit).isPresent() ? tree.current(unit).id() : unit;
    }

    /** Whether the person is said to have left; if not, to have ended their claim. */
    public boolean isWithdrawal() {
        return left.isPresent();
    }

    /**
     * What a withdrawal ended.
     *
     * @param clearances the names of those that were open
     * @param holds the numbers of those that were open
     * @param proposals the numbers of those that were open
     * @param questions the places of those that were open, from 0
     */
    @StoredAs(
            name = "left",
            fields = {"stage", "clearances", "holds", "proposals", "questions", "stop"})
    public record Left(
            Stage stage,
            List<String> clearances,
            List<Integer> holds,
            List<Integer> proposals,
            List<Integer> questions,
            Optional<BorderStop> stop) {
        public Left {
            clearances = List.copyOf(clearances);
            holds = List.copyOf(holds);
            proposals = List.copyOf(proposals);
            questions = List.copyOf(questions);
        }

        public static Left of(TravellerState t) {
            var asked = new ArrayList<Integer>();
            IntStream.range(0, t.questions().size())
                    .filter(at -> t.questions().get(at).isOpen())
                    .forEach(asked::add);
            return new Left(
                    t.stage(),
                    t.openClearances().stream().map(TravellerState.Clearance::name).toList(),
                    t.openHolds().stream().map(TravellerState.Hold::number).toList(),
                    t.proposals().stream()
                            .filter(TravellerState.Proposal::open)
                            .map(TravellerState.Proposal::number)
                            .toList(),
                    asked,
                    t.stop());
        }
    }
}
