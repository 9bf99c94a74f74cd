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
 * @param disowned whether the person undid it, since it was not they who stood there
 */
public record InPersonTrace(
        String file,
        AuthorityId unit,
        List<OfficerId> officers,
        Instant at,
        boolean objected,
        boolean disowned) {
    public InPersonTrace {
        officers = List.copyOf(officers);
    }

    InPersonTrace secondedBy(OfficerId second) {
        return new InPersonTrace(
                file, unit, List.of(officers.getFirst(), second), at, objected, disowned);
    }

    InPersonTrace objectedTo() {
        return new InPersonTrace(file, unit, officers, at, true, disowned);
    }

    InPersonTrace undone() {
        return new InPersonTrace(file, unit, officers, at, objected, true);
    }
}
