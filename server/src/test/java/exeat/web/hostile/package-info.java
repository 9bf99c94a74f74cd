/**
 * What the server answers to those who wish it no good.
 *
 * <p>Requests that break the protocol, text that means something to a browser or a spreadsheet,
 * files that are too large, clients that are too slow or too many. The rules about who may do what
 * are tried in {@code exeat.api}.
 */
@NullMarked
package exeat.web.hostile;

import org.jspecify.annotations.NullMarked;
