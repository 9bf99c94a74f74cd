/**
 * Claims to protection that somebody makes for somebody else, at any door.
 *
 * <p>Whoever claims is told the same whatever they typed. What comes of a claim is decided by the
 * rules of casework; who hears the person finds them in the queue PROTECTION (decision 144).
 */
@NullMarked
package exeat.desk.protection;

import org.jspecify.annotations.NullMarked;
