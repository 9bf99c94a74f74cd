package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asked for who stood before one protection officer, and before no second one yet.
 *
 * @param number counted for this traveller, from 1; what is to be undone is counted apart
 * @param withdrawal whether to leave the application; else to end their claim
 * @param first the officer who identified them
 * @param unit that officer's
 * @param against the request of which they say that it was not theirs: what it did is to be undone,
 *     and nothing else; empty for none
 */
@StoredAs(
        name = "in-person-request",
        fields = {"number", "withdrawal", "first", "unit", "asked", "against"})
public record InPersonRequest(
        int number,
        boolean withdrawal,
        OfficerId first,
        AuthorityId unit,
        Instant asked,
        Optional<Integer> against) {

    /** The person stands before both officers; an older request comes to nothing. */
    public static final Duration OPEN = Duration.ofHours(24);

    /** When it comes to nothing by itself. */
    public Instant until() {
        return asked.plus(OPEN);
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(until());
    }

    /** Whether it is to undo what was done by another request. */
    public boolean undoes(int request) {
        return against.equals(Optional.of(request));
    }

    InPersonRequest at(AuthorityId other) {
        return new InPersonRequest(number, withdrawal, first, other, asked, against);
    }
}
