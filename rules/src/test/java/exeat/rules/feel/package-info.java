/** Tests of FEEL beyond what the public kit asks. */
@NullMarked
package exeat.rules.feel;

import org.jspecify.annotations.NullMarked;
