/**
 * The components of a form: its fields, its token and key, and the summary of its errors, after the
 * GOV.UK Design System (MIT licence).
 *
 * <p>Read {@code HtmlForm} and {@code FormField} first; pages make them with the kit's {@code
 * FormBuilder}. They know nothing about the questions.
 */
@NullMarked
package exeat.web.component.form;

import org.jspecify.annotations.NullMarked;
