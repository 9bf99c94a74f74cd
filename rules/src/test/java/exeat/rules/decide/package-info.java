/** Tests of the decision engine: against enumeration, and over unknown facts. */
@NullMarked
package exeat.rules.decide;

import org.jspecify.annotations.NullMarked;
