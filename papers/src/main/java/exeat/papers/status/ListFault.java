package exeat.papers.status;

/** Why a list says nothing about a paper. */
public enum ListFault {
    /** There is no list with the address that the paper names. */
    NOT_GIVEN,
    /** Larger than any list may be. */
    TOO_LARGE,
    /** Not CBOR, or not as it is allowed here. */
    NOT_CBOR,
    /** No signed status list: parts are missing, or of another kind. */
    NOT_A_LIST,
    /** Signed in another way than ES256. */
    OTHER_ALGORITHM,
    /** Not signed by a signer whom the reader knows. */
    UNKNOWN_SIGNER,
    /** The signature does not match. */
    ALTERED,
    /** Its bits cannot be unpacked, or are more than the limit. */
    NOT_UNPACKED,
    /** The paper's index is beyond its end. */
    TOO_SHORT,
    /** Its own time is over. */
    EXPIRED,
    /** A status that says neither valid nor revoked. */
    OTHER_STATUS
}
