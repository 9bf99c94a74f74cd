/** The forms of findings and proofs, held to what the command line prints. */
@NullMarked
package exeat.api.directive;

import org.jspecify.annotations.NullMarked;
