/**
 * Appearances that offices ask for: a visit to an office, a visit of an office, a call. Begin with
 * {@code Appearance}, which is one of them from the asking to its end. What may be asked follows
 * from a finding, and is in {@code exeat.casework.appearance}.
 */
@NullMarked
package exeat.casework.value.appearance;

import org.jspecify.annotations.NullMarked;
