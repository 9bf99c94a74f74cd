/**
 * The components of a form: its fields, its token and key, and the summary of its errors.
 *
 * <p>Read {@code HtmlForm} and {@code FormField} first; pages make them with the kit's {@code
 * FormBuilder}. They know nothing about the questions. The HTML follows the GOV.UK Design System
 * (MIT licence).
 */
@NullMarked
package exeat.web.component.form;

import org.jspecify.annotations.NullMarked;
