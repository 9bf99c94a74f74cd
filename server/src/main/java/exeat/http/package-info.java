/**
 * What the pages and the JSON interface share: a log line for each request, and the one mapping
 * from failures to an HTTP status and problem details (RFC 9457).
 *
 * <p>Read {@code ProblemMapper} first. Nothing here knows a page or a resource, so that pages need
 * not import the API.
 */
@NullMarked
package exeat.http;

import org.jspecify.annotations.NullMarked;
