/**
 * Who may sign: ECDSA over P-256, signer certificates, and the country signing authorities (CSCA)
 * that a reader trusts.
 *
 * <p>Begin with {@code SignerCheck}: it answers for whom a certificate signs, or why for nobody.
 * Whom to trust, and what time it is, the caller says; certificates and signatures are the JDK's.
 *
 * @see <a href="https://www.icao.int/publications/doc-series/doc-9303">Doc 9303 part 12</a>
 */
@NullMarked
package exeat.papers.trust;

import org.jspecify.annotations.NullMarked;
