package exeat.papers.trust;

/** Why a certificate signs for nobody. */
public enum SignerFault {
    /** Not a certificate. */
    NOT_A_CERTIFICATE,
    /** The authority that it names is not on the reader's list. */
    NO_AUTHORITY,
    /** It names an authority on the list, which has not signed it. */
    NOT_SIGNED_BY_AUTHORITY,
    /** Its authority is trusted, for another state. */
    OTHER_STATE,
    /** Its key is not one of the curve P-256. */
    WRONG_CURVE,
    /** It may sign other things, such as passports or certificates, but no seals. */
    NOT_A_SIGNER,
    /** Its authority has revoked it. */
    WITHDRAWN,
    /** Its time is over. */
    EXPIRED,
    /** Its time has not begun, by this clock. */
    NOT_YET_VALID,
    /** The time of its authority is over. */
    AUTHORITY_EXPIRED
}
