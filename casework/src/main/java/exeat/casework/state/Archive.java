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
 * What has been erased of a case, and what keeps it from being erased.
 *
 * @param kept an order that forbids erasing anything of it
 * @param proposed a first officer's proposal to erase the whole case
 * @param erased the travellers whose part was erased
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

    /** An order to keep the case: it keeps the data and stops nobody's journey. */
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
