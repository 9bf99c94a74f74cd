package exeat.oversight.watch;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.List;

/**
 * What officers of a unit that protects did for a person who is said to have stood before them.
 *
 * @param file whose; it is counted, and told to nobody
 * @param officers one, or two once the second identified the person too
 * @param objected whether the person objected to it
 */
public record InPersonTrace(
        String file, AuthorityId unit, List<OfficerId> officers, Instant at, boolean objected) {
    public InPersonTrace {
        officers = List.copyOf(officers);
    }
}
