/**
 * The office that the tests of the pages run in, and what they drive it with.
 *
 * <p>{@code Town} is that office and {@code Filings} are the applications in it. {@code Browser}
 * opens its pages as a person does; {@code RawRequest} sends what no browser would.
 */
@NullMarked
package exeat.web.town;

import org.jspecify.annotations.NullMarked;
