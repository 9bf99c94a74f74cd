package exeat.oversight.watch;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;

/**
 * A secret that two officers of a unit made for a person.
 *
 * @param first who identified the person first
 * @param waits whether it replaced another, or was made in a case that was live
 * @param objected whether the holder of the old one objected to it
 * @param takenBack whether an officer stopped it while it waited, and nothing had gone on
 */
public record SecretTrace(
        String file,
        AuthorityId unit,
        OfficerId first,
        OfficerId second,
        Instant at,
        boolean waits,
        boolean objected,
        boolean takenBack) {}
