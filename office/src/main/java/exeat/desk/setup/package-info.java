/**
 * What a new office still needs before its first case, worked out from the office itself.
 *
 * <p>Read {@code SetUpStep} for the steps and {@code SetUpState} for when each is done. {@code
 * SetUpReader} reads the state, and asks of cases only whether any has gone the whole road.
 */
@NullMarked
package exeat.desk.setup;

import org.jspecify.annotations.NullMarked;
