/**
 * The components that pages are put together from, as typed templates: one record, one file of
 * HTML.
 *
 * <p>Read {@code PageTemplate} first, the page around all others. A component gets words that are
 * already in the reader's language and knows nothing of cases. The HTML follows the components of
 * the GOV.UK Design System (MIT licence), without its crown and font.
 */
@NullMarked
package exeat.web.component;

import org.jspecify.annotations.NullMarked;
