/**
 * Papers that people carry, as tagged PDF.
 *
 * <p>A paper gets only what it prints: it never sees a finding, a route, a paragraph or a fact. The
 * fonts travel with the package, since a fresh machine has none for Hangul and Han.
 */
@NullMarked
package exeat.pdf;

import org.jspecify.annotations.NullMarked;
