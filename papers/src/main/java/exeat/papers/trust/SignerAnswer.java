package exeat.papers.trust;

/** Whether a certificate is a known signer's. */
public sealed interface SignerAnswer {

    /** It is, and is not withdrawn; whether it is valid at a time is asked of the signer. */
    record Known(Signer signer) implements SignerAnswer {}

    record Refused(SignerFault fault) implements SignerAnswer {}
}
