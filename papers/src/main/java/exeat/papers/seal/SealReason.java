package exeat.papers.seal;

/** Why a seal does not establish a travel authorisation; each belongs to one kind of statement. */
public enum SealReason {
    // Malformed.
    TOO_LARGE("it is larger than a seal can be"),
    NOT_UTF8("it is not text in UTF-8"),
    NOT_JSON("it is not JSON as a seal may have it"),
    NOT_A_SEAL("parts of a seal are missing"),
    OTHER_ALGORITHM("it is signed in another way than ES256"),
    NOT_BASE64URL("certificate or signature is not base64url"),
    NOT_A_CERTIFICATE("its certificate cannot be read"),
    NOT_A_SIGNATURE("its signature does not have 64 bytes"),
    IMPOSSIBLE_SIGNATURE("its signature has numbers that no signature has"),
    MESSAGE_FIELD("something it says is not as the format allows"),
    MIXED_LETTERS("a name has letters that only look like others"),

    // Unknown signer.
    NO_AUTHORITY("no authority is known that vouches for the signer"),
    NOT_SIGNED_BY_AUTHORITY("the authority that the signer names has not signed its certificate"),

    // Unknown time.
    CLOCK_BEHIND("this clock is behind a time that is known to have passed"),
    SIGNER_NOT_YET_VALID("by this clock the signer's certificate is not valid yet"),

    // Not established.
    ALTERED("the signature does not match what it says"),
    OTHER_STATE("the signer signs for another state"),
    WRONG_CURVE("the signer's key is of another kind than P-256"),
    NOT_A_SIGNER("the certificate is not one for seals"),
    SIGNER_WITHDRAWN("the authority has revoked the signer's certificate"),
    SIGNER_EXPIRED("the signer's certificate has expired"),
    AUTHORITY_EXPIRED("the authority's certificate has expired"),
    OTHER_TYPE("it is a seal of something else"),
    NOT_YET_VALID("its first day has not come"),
    EXPIRED("its last day has passed"),
    REVOKED("it was revoked");

    private final String words;

    SealReason(String words) {
        this.words = words;
    }

    /** In English, after "because". */
    public String words() {
        return words;
    }
}
