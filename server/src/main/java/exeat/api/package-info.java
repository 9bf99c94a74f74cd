/**
 * The JSON API: what all operations share. The resources are in the packages below, one for each
 * kind; signing in is here because all of them need it.
 *
 * <p>Read {@code CommandGateway} first: it passes a command to the desk with its caller's session
 * and key. The API decides nothing and reads requests strictly. It ignores cookies, so that nobody
 * can make a browser act.
 */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
