/**
 * The interface for programs: JSON under {@code /api/v1}, strict in what it takes.
 *
 * <p>Errors are problem details of RFC 9457; commands need an {@code Idempotency-Key}; a session is
 * a bearer token. What a caller may see was masked before it comes here.
 */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
