/**
 * Phrases with counts in them, in the plural that a language wants.
 *
 * <p>A small part of the ICU message syntax, so that explaining a finding needs no library; the
 * plural rules are those of Unicode CLDR, as a file. What is refused here ICU would take; what is
 * taken here says the same in ICU, and a test holds it to that.
 *
 * @see <a href="https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules">UTS 35,
 *     Language Plural Rules</a>
 */
@NullMarked
package exeat.rules.phrase;

import org.jspecify.annotations.NullMarked;
