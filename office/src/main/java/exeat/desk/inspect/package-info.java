/**
 * What auditors do: read cases with replacement names, draw samples that nobody can influence, and
 * have cases decided again by an officer who does not know the decision.
 *
 * <p>Begin with {@code Inspections}. An auditor sees a name only for a stated reason that the
 * person is told, and changes no case.
 */
@NullMarked
package exeat.desk.inspect;

import org.jspecify.annotations.NullMarked;
