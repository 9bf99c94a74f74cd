package exeat.http;

/** Problems with a request that are found before casework's rules apply. */
public enum ProblemCode {
    KEY_MISSING(
            400,
            "An Idempotency-Key header is required, so that the command takes effect"
                    + " only once."),
    KEY_BAD(400, "An Idempotency-Key must be 1 to 100 visible ASCII characters."),
    MATCH_BAD(400, "If-Match must be the application's version, as given in its ETag."),
    KEY_REUSED(
            422,
            "This key was used for a different command. Use a new key for each new" + " command."),
    MALFORMED_JSON(400, "The body is not valid JSON; see line and column."),
    BODY_MISSING(400, "The body is missing."),
    BAD_REQUEST(400, "The request cannot be read."),
    BAD_SHAPE(422, "Some fields are not valid; see the list."),
    BAD_INPUT(422, "A value cannot be read."),
    SIGN_IN_FIRST(401, "Send a bearer token of a valid session."),
    SIGN_IN_FAILED(
            401,
            "Sign-in failed. Check the credentials. After many attempts, wait a"
                    + " quarter of an hour."),
    NOT_ALLOWED(403, "This session is not allowed to do that."),
    NOT_FOUND(404, "There is nothing here that this session may see."),
    METHOD_NOT_ALLOWED(405, "This address does not support that method; see the Allow header."),
    NOT_ACCEPTABLE(406, "The answer is not available in any format that the Accept header allows."),
    CHANGED(412, "The application has changed since the version in If-Match. Read it again."),
    TOO_LARGE(413, "The body is larger than this API accepts."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json."),
    ALREADY_EXISTS(409, "It already exists."),
    NOT_OPENED(
            409,
            "Read the application before you agree to a proposal, or reply to what the person said:"
                    + " get it first, at the address in Link. You have not opened it since then."),
    OVER_BUDGET(
            429,
            "Too much was asked for from this address or session. Send the same request again"
                    + " after the time in Retry-After."),
    BUSY(503, "The service is busy. Send the same request again with the same key."),
    OUTCOME_UNKNOWN(
            504,
            "It is not known whether this was done. Send the same request again with the same"
                    + " key: it takes effect once, and the answer says what happened."),
    FAULT(
            500,
            "Something went wrong on our side. You can send the same request again with the"
                    + " same key.");

    private final int status;
    private final String detail;

    ProblemCode(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }

    public ProblemException thrown() {
        return Problem.of(this).thrown();
    }
}
