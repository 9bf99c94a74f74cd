/**
 * What auditors do: read cases under other names, draw a sample that nobody can steer, and have
 * cases decided again by somebody who does not know the decision.
 *
 * <p>Begin with {@code Inspections}. An auditor sees a name only for a stated reason that the
 * person is told, and changes no case.
 */
@NullMarked
package exeat.desk.inspect;

import org.jspecify.annotations.NullMarked;
