/**
 * What people read of a choice between findings, where several directives bind and each is better
 * in some way.
 *
 * <p>{@code ChoiceView} has the findings with the texts of the directives that made them; {@code
 * FindingComparison} sets them side by side, what differs before what is the same. The applicant's
 * pages add the form, and those of officers only read it.
 */
@NullMarked
package exeat.web.choice;

import org.jspecify.annotations.NullMarked;
