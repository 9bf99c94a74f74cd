/**
 * Checks a ledger and what was taken from it, trusting the published key alone.
 *
 * <p>It shares no code with what it checks: hashing, proofs, notes and paths are written here once
 * more, from RFC 9162 and C2SP's tlog-tiles, tlog-checkpoint, tlog-cosignature and signed-note. It
 * reads through whatever hands it files, so that it works on a server, a folder or a copy.
 */
@NullMarked
package exeat.ledger.verify;

import org.jspecify.annotations.NullMarked;
