/**
 * The seal of a travel authorisation: what the paper says, signed, as text for a barcode, in the
 * envelope of ICAO's visible digital seals for non-constrained environments (VDS-NC).
 *
 * <p>Begin with {@code SealCheck}, whose answer is a statement with its reason; it never throws,
 * whatever the bytes, and {@code SealWriter} makes what it reads. What each member means is in
 * {@code docs/seal.md}, from which a stranger can write another reader.
 */
@NullMarked
package exeat.papers.seal;

import org.jspecify.annotations.NullMarked;
