/**
 * Help where people stand: where an office is, who helps outside the offices, what a word means.
 *
 * <p>{@link exeat.web.help.OfficeDetails} says it of one office, for the directory and for every
 * page that sends somebody there; it knows only what the pack gives, and says what is not given.
 * {@link exeat.web.help.WordHelp} explains the words on a page, and {@link exeat.web.help.Term}
 * lists them all (decision 200).
 */
@NullMarked
package exeat.web.help;

import org.jspecify.annotations.NullMarked;
