/**
 * The witnesses of this office's log: who may be one, asking them to cosign as C2SP's tlog-witness
 * says, and whether enough of them did so lately for the log to be called healthy.
 *
 * <p>Begin with {@code LogWitnesses}. A witness that runs under the office's own user is none.
 */
@NullMarked
package exeat.desk.witness;

import org.jspecify.annotations.NullMarked;
