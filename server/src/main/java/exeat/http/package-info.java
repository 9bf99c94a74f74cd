/**
 * What the pages and the JSON interface share: a log line for each request, and the one map from
 * what goes wrong to a status and a problem as RFC 9457 has it.
 *
 * <p>Read {@code ProblemMapper} first. Nothing here knows a page or a resource, so that pages need
 * not import the interface.
 */
@NullMarked
package exeat.http;

import org.jspecify.annotations.NullMarked;
