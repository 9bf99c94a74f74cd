/**
 * The witnesses of this office's log: who may be one, asking them to cosign, and whether enough of
 * them did so lately for the log to be called healthy.
 *
 * <p>Begin with {@code LogWitnesses}. A witness that runs under the office's own user is none. They
 * are asked as C2SP's tlog-witness says.
 */
@NullMarked
package exeat.desk.witness;

import org.jspecify.annotations.NullMarked;
