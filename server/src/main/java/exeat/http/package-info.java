/**
 * What the pages and the JSON interface share: a log line for each request, and the one mapping
 * from failures to an HTTP status and problem details (RFC 9457).
 *
 * <p>Read {@code ProblemMapper} first. Nothing here knows about pages or resources, so that pages
 * need not import the API.
 */
@NullMarked
package exeat.http;

import org.jspecify.annotations.NullMarked;
