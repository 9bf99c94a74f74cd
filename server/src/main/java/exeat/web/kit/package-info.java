/**
 * What every page uses: the request and its form data, building the page, and the texts of pages
 * and packs in the reader's language.
 *
 * <p>Read {@code PageFactory}, {@code RequestContext} and {@code FormBuilder} first. {@code
 * SecurityFilter} checks every form's token and sets the headers of every response; nothing here
 * knows a particular page.
 */
@NullMarked
package exeat.web.kit;

import org.jspecify.annotations.NullMarked;
