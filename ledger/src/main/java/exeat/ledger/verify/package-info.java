/**
 * Checks a ledger and receipts from it, trusting only the published key.
 *
 * <p>It shares no code with what it checks: hashing, proofs, notes and paths are implemented again
 * here, from RFC 9162 and C2SP's tlog-tiles, tlog-checkpoint, tlog-cosignature and signed-note. It
 * reads files through an interface, so it works on a server, a folder or a copy.
 */
@NullMarked
package exeat.ledger.verify;

import org.jspecify.annotations.NullMarked;
