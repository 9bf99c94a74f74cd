/** Tests of proofs: against enumeration of every person, against Z3, and at scale. */
@NullMarked
package exeat.rules.prove;

import org.jspecify.annotations.NullMarked;
