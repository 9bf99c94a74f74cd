package exeat.http;

/** What can be wrong with a request before any rule of casework is asked. */
public enum ProblemCode {
    KEY_MISSING(400, "This needs an Idempotency-Key header, so that it acts once."),
    KEY_BAD(400, "An Idempotency-Key is 1 to 100 visible ASCII characters."),
    MATCH_BAD(400, "If-Match is the version of the application, as its ETag says it."),
    KEY_REUSED(422, "This key was used for something else. Make a new one for a new command."),
    MALFORMED_JSON(400, "The body is not JSON; see line and column."),
    BODY_MISSING(400, "The body is missing."),
    BAD_REQUEST(400, "The request cannot be read."),
    BAD_SHAPE(422, "Some fields cannot be taken as they are."),
    BAD_INPUT(422, "A value cannot be read."),
    SIGN_IN_FIRST(401, "A bearer token of a session that still runs is needed."),
    SIGN_IN_FAILED(401, "These do not sign in. After many attempts, wait a quarter of an hour."),
    NOT_ALLOWED(403, "This session may not do that."),
    NOT_FOUND(404, "There is nothing here that this session may see."),
    METHOD_NOT_ALLOWED(405, "This address does not do that; see the Allow header."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in any form that was accepted."),
    CHANGED(412, "Something has happened since the version that If-Match names. Look again."),
    TOO_LARGE(413, "The body is longer than this interface takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json."),
    ALREADY_EXISTS(409, "It is already there."),
    BUSY(503, "Too much waits just now. The same request with the same key may try again."),
    FAULT(500, "Something went wrong on our side. The same key may try again.");

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
