package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.source.StoredAs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be undone of what was done in a person's name, beside anything else that is asked; and
 * who ever did such a thing, also when it was undone, so that no answer to them tells that it was.
 *
 * @param asked what one officer recorded, until a second one agrees
 * @param only the officers who had no other part in the case than to undo something
 * @param acted the officers who did something in the person's name
 * @param units the units of these officers
 * @param steps the sequences of what was asked to be undone, and that it came to nothing
 * @param requests how often it was asked; empty for never, and in what is older
 */
@StoredAs(
        name = "undoing",
        fields = {"asked", "only", "acted", "units", "steps", "requests"})
public record Undoing(
        Optional<InPersonRequest> asked,
        List<OfficerId> only,
        List<OfficerId> acted,
        List<AuthorityId> units,
        List<Long> steps,
        Optional<Integer> requests) {

    public static final Undoing NONE =
            new Undoing(
                    Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /**
     * What is to be undone is numbered after this, apart from anything else that is asked: else
     * somebody who asks for something else would be told by a gap that somebody undoes it. Half of
     * the numbers that an address takes.
     */
    public static final int NUMBERED_AFTER = 5_000;

    public Undoing {
        only = List.copyOf(only);
        acted = List.copyOf(acted);
        units = List.copyOf(units);
        steps = List.copyOf(steps);
    }

    /** The number of the next request to undo something. */
    public static int next(TravellerState t) {
        return NUMBERED_AFTER + of(t).requests.orElse(0) + 1;
    }

    static Undoing of(TravellerState t) {
        return t.protection().flatMap(Protection::undoing).orElse(NONE);
    }

    /** Who ever did something in the person's name, as far as it is kept. */
    public static List<OfficerId> acted(TravellerState t) {
        return Stream.concat(of(t).acted.stream(), done(t).flatMap(one -> one.officers().stream()))
                .distinct()
                .toList();
    }

    /** Whether a unit, or one whose work it has now, ever had a part in such a thing. */
    public static boolean actedOf(TravellerState t, AuthorityId unit, AuthorityTree tree) {
        return DoneInPerson.isOneOf(of(t).units, unit, tree)
                || done(t).anyMatch(one -> one.isOf(unit, tree));
    }

    /** Whether an officer had no other part in the case. */
    public static boolean isOnly(TravellerState t, OfficerId officer) {
        return of(t).only.contains(officer);
    }

    private static Stream<DoneInPerson> done(TravellerState t) {
        return t.protection().map(Protection::doneInPerson).orElse(List.of()).stream();
    }

    /** Without officers who now had another part. */
    public Undoing without(List<OfficerId> officers) {
        return new Undoing(
                asked,
                only.stream().filter(one -> !officers.contains(one)).toList(),
                acted,
                units,
                steps,
                requests);
    }

    /** As it is told to those who may not know that somebody asks to undo something. */
    public Undoing untold() {
        return new Undoing(Optional.empty(), only, acted, units, steps, Optional.empty());
    }

    Undoing at(AuthorityId from, AuthorityId to) {
        return new Undoing(
                asked.map(one -> one.unit().equals(from) ? one.at(to) : one),
                only,
                acted,
                units,
                steps,
                requests);
    }
}
