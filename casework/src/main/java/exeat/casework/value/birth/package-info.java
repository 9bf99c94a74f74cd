/**
 * Dates of birth as far as they are known, and days as lunar calendars name them. Begin with {@code
 * BirthDate}, which is the first and the last day that somebody can have been born. They are stored
 * as texts of ISO 8601 and know no table of the moon; ages and minors follow from them.
 */
@NullMarked
package exeat.casework.value.birth;

import org.jspecify.annotations.NullMarked;
