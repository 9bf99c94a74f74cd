/**
 * How a written word sounds, whatever it is written in: Hangul, Han, Cyrillic, Latin letters of any
 * romanisation, and through ICU other scripts. Begin with {@code Sounds}; a sound is a text over a
 * small alphabet in which the romanisations of one syllable are alike, and {@code SoundDistance}
 * says how far two of them are apart. Readings of Hanja come from ICU's Korean order of characters,
 * those in Mandarin from its transliteration of names.
 *
 * @see <a href="https://cldr.unicode.org/">Unicode CLDR: collation ko, transform
 *     Han-Latin/Names</a>
 */
@NullMarked
package exeat.identity.sound;

import org.jspecify.annotations.NullMarked;
