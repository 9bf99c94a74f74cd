/**
 * The JSON API: what all operations share. The resources are in the packages below, one for each
 * kind; signing in is here, as all of them need it.
 *
 * <p>Read {@code CommandGateway} first: it hands a command to the desk with its caller's session
 * and key. It decides nothing, it reads a request strictly, and cookies do not sign in here, so
 * that a browser cannot be made to act.
 */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
