/**
 * An append-only log that can be proved to be one: a Merkle tree over entries, kept as tiles under
 * signed checkpoints.
 *
 * <p>Hashing is that of RFC 9162 section 2.1; paths and encodings are those of C2SP's tlog-tiles,
 * tlog-checkpoint, tlog-cosignature and signed-note, so that others' tools read this log. Nothing
 * here has a database, a clock or a network; {@code exeat.ledger.verify} checks what this package
 * makes and shares no code with it.
 */
@NullMarked
package exeat.ledger;

import org.jspecify.annotations.NullMarked;
