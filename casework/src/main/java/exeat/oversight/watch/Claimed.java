package exeat.oversight.watch;

import exeat.rules.authority.AuthorityId;
import java.time.Instant;

/**
 * That an officer of a unit claimed protection for somebody.
 *
 * @param file whose; it is counted, and told to nobody
 */
public record Claimed(String file, AuthorityId unit, Instant at) {}
