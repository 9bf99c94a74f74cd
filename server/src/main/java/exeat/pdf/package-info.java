/**
 * Prints travel authorisations, receipts and reports as tagged PDF.
 *
 * <p>Read {@code PaperPrinter} first. A travel paper gets only what it prints: it never sees a
 * finding, a route, a paragraph or a fact, and the people of a report of proofs are made up. The
 * fonts travel with the package, since a fresh machine has none for Hangul and Han.
 */
@NullMarked
package exeat.pdf;

import org.jspecify.annotations.NullMarked;
