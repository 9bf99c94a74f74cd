package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is no longer kept of a file, and what keeps it.
 *
 * @param kept an order by which nothing of it may be erased
 * @param proposed what a first officer proposed to erase: all of it
 * @param erased those whose part is gone
 */
public record Archive(
        Optional<LegalHold> kept,
        Optional<Proposed> proposed,
        SortedMap<TravellerNo, Erasure> erased) {

    public static final Archive NOTHING =
            new Archive(Optional.empty(), Optional.empty(), new TreeMap<>());

    public Archive {
        erased = Collections.unmodifiableSortedMap(new TreeMap<>(erased));
    }

    /** A legal hold: it keeps what is there, and stops nobody's journey. */
    public record LegalHold(String order, OfficerId by, AuthorityId unit, Instant at) {}

    /** A first officer's proposal. */
    public record Proposed(
            String basis, String reason, OfficerId by, AuthorityId unit, Instant at) {}

    public Archive with(Optional<LegalHold> other) {
        return new Archive(other, proposed, erased);
    }

    public Archive with(Proposed other) {
        return new Archive(kept, Optional.of(other), erased);
    }

    public Archive with(Iterable<TravellerNo> gone, Erasure erasure) {
        var more = new TreeMap<>(erased);
        gone.forEach(no -> more.put(no, erasure));
        return new Archive(kept, Optional.empty(), more);
    }
}
