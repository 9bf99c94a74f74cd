/**
 * The machine-readable zone of travel documents and visas, by ICAO Doc 9303 parts 3 to 7: five
 * formats read, and all of them written.
 *
 * <p>Begin with {@code MrzReader}, which answers with a zone or with what is wrong, by line and
 * column, and never throws; {@code MrzFormat} is the table of fields behind reader and writer.
 * {@code Transliteration} spells names in the letters A to Z as part 3 recommends, and {@code
 * MrzName} cuts those that are too long.
 *
 * @see <a href="https://www.icao.int/publications/doc-series/doc-9303">Doc 9303, eighth edition</a>
 */
@NullMarked
package exeat.papers.mrz;

import org.jspecify.annotations.NullMarked;
