/**
 * Which papers are revoked: the Token Status List of the IETF, a bit for each paper, compressed and
 * signed as a CBOR Web Token (CWT).
 *
 * <p>Begin with {@code StatusTokens}, which signs and reads; {@code StatusToken} answers for one
 * index, and the answer has the time up to which it holds. The little CBOR that it takes is read
 * strictly, and nothing is unpacked beyond a limit.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/">the draft</a>
 */
@NullMarked
package exeat.papers.status;

import org.jspecify.annotations.NullMarked;
