/**
 * Phrases that contain counts, with the plural forms of each language.
 *
 * <p>A small part of the ICU message syntax, so that explaining a finding needs no library; the
 * plural rules are those of Unicode CLDR, as a file. It accepts less than ICU does; what it accepts
 * gives the same text in ICU, and a test checks that.
 *
 * @see <a href="https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules">UTS 35,
 *     Language Plural Rules</a>
 */
@NullMarked
package exeat.rules.phrase;

import org.jspecify.annotations.NullMarked;
