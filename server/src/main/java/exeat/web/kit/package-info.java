/**
 * What every page uses: the request and its form data, building the page, and the texts of pages
 * and packs in the reader's language.
 *
 * <p>Read {@code PageFactory}, {@code RequestContext} and {@code FormBuilder} first. Every form
 * needs its session's token and every answer gets its headers here, in {@code SecurityFilter};
 * nothing here knows any one page.
 */
@NullMarked
package exeat.web.kit;

import org.jspecify.annotations.NullMarked;
