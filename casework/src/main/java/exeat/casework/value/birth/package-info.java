/**
 * Dates of birth as far as they are known, and days as lunar calendars name them. Begin with {@code
 * BirthDate}.
 */
@NullMarked
package exeat.casework.value.birth;

import org.jspecify.annotations.NullMarked;
