/**
 * The JSON interface: one resource class for each step of the road, its bodies, and the one place
 * where whatever goes wrong becomes problem details as RFC 9457 has them.
 *
 * <p>It decides nothing. It reads a request strictly, hands a command to the desk, and writes down
 * what may be seen; cookies do not sign in here, so that a browser cannot be made to act.
 */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
