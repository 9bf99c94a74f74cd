/**
 * The pieces that pages are made of, as typed templates: one record, one file of HTML.
 *
 * <p>A piece gets words that are already in the reader's language and knows nothing of cases. The
 * HTML follows the components of the GOV.UK Design System (MIT licence), without its crown and
 * font.
 */
@NullMarked
package exeat.web.part;

import org.jspecify.annotations.NullMarked;
