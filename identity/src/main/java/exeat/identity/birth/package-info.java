/**
 * Dates of birth as entries tell them, and how two of them can be the same one. Begin with {@code
 * BirthClaim}, the days from the first to the last that somebody can have been born on, and {@code
 * BirthComparison}. A date may be told by the Chinese or the Korean lunar calendar without saying
 * so, by Korean age, or with day and month exchanged.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/datetime/calendar/">ICU: calendars
 *     chinese and dangi</a>
 */
@NullMarked
package exeat.identity.birth;

import org.jspecify.annotations.NullMarked;
