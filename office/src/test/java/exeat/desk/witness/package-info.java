/** Tests of what witnesses and signers see, sign and refuse. */
@NullMarked
package exeat.desk.witness;

import org.jspecify.annotations.NullMarked;
