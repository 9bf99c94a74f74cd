/**
 * The API's documentation as pages, for programmers who read it here and not in another program.
 *
 * <p>It is made from the same OpenAPI document that {@code /openapi} gives, so the two cannot
 * differ. Its worked examples are data that a test sends to a server.
 */
@NullMarked
package exeat.web.guide;

import org.jspecify.annotations.NullMarked;
