/**
 * The pages: one class for each step of the road, put together from the pieces in {@code part}.
 *
 * <p>Pages decide nothing. They turn a form into a command, hand it to the desk, and say kindly
 * what came of it; what somebody may see was settled before it reached them.
 */
@NullMarked
package exeat.web;

import org.jspecify.annotations.NullMarked;
