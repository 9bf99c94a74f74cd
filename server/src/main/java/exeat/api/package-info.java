/**
 * The JSON API: signing in and what all operations share; the operations are in the packages below,
 * one for each kind.
 *
 * <p>Read {@code CommandGateway} first: it passes a command to the desk with its caller's session
 * and key. The API decides nothing, reads requests strictly, and ignores cookies, so that nobody
 * can make a browser act.
 */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
