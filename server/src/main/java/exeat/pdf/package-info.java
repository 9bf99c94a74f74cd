/**
 * Prints travel authorisations, receipts and reports as tagged PDF, with fonts of its own, since a
 * fresh machine has none for Hangul and Han.
 *
 * <p>Read {@code PaperPrinter} first. A travel paper gets only what it prints: it never sees a
 * finding, a route, a paragraph or a fact, and the people of a report of proofs are made up.
 */
@NullMarked
package exeat.pdf;

import org.jspecify.annotations.NullMarked;
