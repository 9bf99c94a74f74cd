/**
 * The components of pages, as typed templates: one record and one HTML file each, after the GOV.UK
 * Design System (MIT licence), without its crown and font.
 *
 * <p>Read {@code PageTemplate} first, the page that contains all others. A component gets texts
 * that are already in the reader's language, and knows nothing about cases.
 */
@NullMarked
package exeat.web.component;

import org.jspecify.annotations.NullMarked;
