/**
 * Limits on connections below HTTP, where Vert.x has none: how many one address may hold, and how
 * long the header of a request may take.
 *
 * <p>Read {@code ConnectionGuard} first. Limits on requests and their bodies are in {@code
 * exeat.http}.
 */
@NullMarked
package exeat.http.connection;

import org.jspecify.annotations.NullMarked;
