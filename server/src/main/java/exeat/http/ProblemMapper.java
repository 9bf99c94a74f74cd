package exeat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import exeat.casework.command.Rejection;
import exeat.desk.limit.OverBudgetException;
import exeat.store.OfficeException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The only mapping from failures to a status and a code. */
public final class ProblemMapper {

    /** Every path below it answers with problem details, whatever happens. */
    static final String ROOT = "/api/";

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String CHALLENGE = "Bearer realm=\"exeat\"";

    /** The time to wait before a retry if the database does not respond. */
    public static final Duration AWAY = Duration.ofSeconds(5);

    private ProblemMapper() {}

    /** Whether a path belongs to the API rather than to the pages. */
    public static boolean isOurs(String path) {
        return path.startsWith(ROOT) || path.equals("/api");
    }

    /** Answers the framework's exceptions, and problems that are already complete. */
    public static Response of(WebApplicationException fault) {
        var own = fault.getResponse();
        if (own.hasEntity()) {
            return own;
        }
        if (fault.getCause() instanceof JsonProcessingException broken) {
            return of(broken);
        }
        return switch (own.getStatus()) {
            case 405 -> methodNotAllowed(own);
            case 503 -> busy(AWAY);
            default -> of(code(own.getStatus()));
        };
    }

    /** What a status alone says; one that has no problem of its own is told as 400 or 500. */
    static Problem problem(int status) {
        return Problem.of(code(status));
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 401 -> ProblemCode.SIGN_IN_FIRST;
            case 403 -> ProblemCode.NOT_ALLOWED;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemCode.OVER_BUDGET;
            case 503 -> ProblemCode.BUSY;
            case 504 -> ProblemCode.OUTCOME_UNKNOWN;
            default -> status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.FAULT;
        };
    }

    private static Response methodNotAllowed(Response own) {
        var answer = Problem.of(ProblemCode.METHOD_NOT_ALLOWED).builder();
        var allow = own.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    /** Answers the office's exceptions. */
    public static Response of(OfficeException fault) {
        return switch (fault.code()) {
            case SESSION_ENDED -> of(ProblemCode.SIGN_IN_FIRST);
            case NOT_ALLOWED -> of(ProblemCode.NOT_ALLOWED);
            case NOT_FOUND -> of(ProblemCode.NOT_FOUND);
            case BAD_INPUT -> of(ProblemCode.BAD_INPUT);
            case ALREADY_EXISTS -> of(ProblemCode.ALREADY_EXISTS);
            case TOO_LARGE ->
                    Problem.of(
                                    413,
                                    ProblemCode.TOO_LARGE.name(),
                                    String.valueOf(fault.getMessage()) + ".")
                            .response();
            case DATA_IN_USE, DATABASE_AWAY, DATABASE_UNFIT, BUSY -> busy(AWAY);
            case OUTCOME_UNKNOWN -> unknown(AWAY);
            case KEYS, FAULT -> {
                LOG.error("a request failed", fault);
                yield fault();
            }
        };
    }

    /** Answers unexpected exceptions, and tells nothing about them. */
    public static Response fault() {
        return of(ProblemCode.FAULT);
    }

    static Response of(ProblemCode kind) {
        var answer = Problem.of(kind).builder();
        return kind.status() == 401
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build()
                : answer.build();
    }

    public static ProblemException thrown(ProblemCode kind) {
        return new ProblemException(of(kind));
    }

    public static Response busy(Duration after) {
        return later(ProblemCode.BUSY, after);
    }

    /** Answers a command if it is not known yet whether it was done. */
    public static Response unknown(Duration after) {
        return later(ProblemCode.OUTCOME_UNKNOWN, after);
    }

    private static Response later(ProblemCode kind, Duration after) {
        return Problem.of(kind)
                .builder()
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds()))
                .build();
    }

    /** Answers requests beyond a rate limit. */
    public static Response of(OverBudgetException over) {
        return Problem.of(ProblemCode.OVER_BUDGET)
                .builder()
                .header(HttpHeaders.RETRY_AFTER, FloodGuard.seconds(over.after()))
                .build();
    }

    /** The problem of a caller who has used up an hour's budget. */
    public static ProblemException usedUp(Duration after) {
        return new ProblemException(later(ProblemCode.OVER_BUDGET, after));
    }

    /** Answers JSON that is truncated or invalid, or longer or deeper than we accept. */
    public static Response of(JsonProcessingException broken) {
        for (Throwable why = broken; why != null; why = why.getCause()) {
            if (why instanceof StreamConstraintsException) {
                return of(ProblemCode.TOO_LARGE);
            }
        }
        var at = broken.getLocation();
        var problem = Problem.of(ProblemCode.MALFORMED_JSON);
        return (at == null ? problem : problem.at(at.getLineNr(), at.getColumnNr())).response();
    }

    public static Problem of(Rejection rejection) {
        var code = rejection.code();
        return Problem.of(status(code), code.name(), RejectionTexts.of(rejection))
                .about(rejection.about());
    }

    /**
     * 404 for what does not exist, 403 for callers without the right, 409 for too early or too
     * late, 412 for another version.
     */
    public static int status(Rejection.Code code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case NOT_ALLOWED, NOT_BRIEFED, NOT_INDEPENDENT -> 403;
            case ALREADY_EXISTS,
                    WRONG_STAGE,
                    UNCONFIRMED,
                    SUSPENDED,
                    SECRET_WAITING,
                    SECRET_UNPROVED,
                    HELD,
                    SAFEGUARD_OPEN,
                    CLEARANCE_OPEN,
                    FEE_OPEN,
                    SECOND_OFFICER,
                    NEVER_UNDER_APPROVAL,
                    NOTICE_OPEN,
                    HEARING_OPEN,
                    PERIOD_OVER,
                    CHOICE_OPEN,
                    PAPER_NOT_VALID,
                    NOT_PROVED,
                    ERASED,
                    NOT_ENDED,
                    KEPT_BY_ORDER,
                    NOT_SIGNED,
                    PARENT_NOT_NAMED,
                    PARENT_NOT_IN_FORCE ->
                    409;
            case CHANGED -> 412;
            case NOT_IN_DIRECTIVE,
                    REASON_MISSING,
                    REASON_SHORT,
                    REASON_COPIED,
                    BAD_VALUE,
                    NOT_TOLD,
                    BAD_DATE,
                    WRONG_ANSWER ->
                    422;
        };
    }
}
