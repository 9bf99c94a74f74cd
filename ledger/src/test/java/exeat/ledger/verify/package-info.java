/** Tests of the checks: against public vectors, and against what was damaged on purpose. */
@NullMarked
package exeat.ledger.verify;

import org.jspecify.annotations.NullMarked;
