/**
 * JSON as it is signed: read strictly and within bounds, and written in the canonical form of RFC
 * 8785.
 *
 * <p>Begin with {@code JsonReader}, which refuses what two readers could take differently: members
 * of the same name, lone surrogates, numbers beyond a double. {@code Jcs} writes, so that the
 * signer and the verifier have the same bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
@NullMarked
package exeat.papers.json;

import org.jspecify.annotations.NullMarked;
