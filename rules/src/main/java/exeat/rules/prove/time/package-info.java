/**
 * Limits of days under two calendars: which of them can end later, and from which day on. Read
 * {@link exeat.rules.prove.time.LimitComparison} first; a calendar is a line of days, 400 years
 * long, after which it returns. It knows calendars and no directive.
 */
@NullMarked
package exeat.rules.prove.time;

import org.jspecify.annotations.NullMarked;
