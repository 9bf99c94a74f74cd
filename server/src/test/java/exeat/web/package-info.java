/**
 * The pages as a person meets them: a browser on a running server, journeys from the first page to
 * the last.
 *
 * <p>{@code exeat.web.town} is the office for all of them. A journey belongs to no one page, so it
 * stands above their rooms.
 */
@NullMarked
package exeat.web;

import org.jspecify.annotations.NullMarked;
