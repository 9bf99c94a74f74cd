/**
 * Claims to protection for somebody else, from pages and the API.
 *
 * <p>Every claim gets the same answer, whatever was typed. The rules of casework decide what
 * follows; the officer who hears the person finds them in the queue PROTECTION (decision 144).
 */
@NullMarked
package exeat.desk.protection;

import org.jspecify.annotations.NullMarked;
