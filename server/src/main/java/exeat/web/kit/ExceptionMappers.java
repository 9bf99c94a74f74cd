package exeat.web.kit;

import exeat.desk.limit.OverBudgetException;
import exeat.http.FailureAnswers;
import exeat.http.ProblemMapper;
import exeat.store.OfficeException;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every exception to one friendly page, or one problem for programs. */
@Singleton
public final class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    /** How the framework says that a form has more fields than it reads; it has no type for it. */
    private static final String TOO_MANY_FIELDS = "Param limit of";

    private final PageFactory pages;
    private final Replies replies;

    ExceptionMappers(PageFactory pages, Replies replies) {
        this.replies = replies;
        this.pages = pages;
    }

    @ServerExceptionMapper
    public Response known(WebApplicationException fault) {
        if (isForProgram()) {
            return ProblemMapper.of(fault);
        }
        var own = fault.getResponse();
        if (own.hasEntity()) {
            return own;
        }
        var page = page(own.getStatus());
        var after = own.getHeaderString(HttpHeaders.RETRY_AFTER);
        return after == null
                ? page
                : Response.fromResponse(page).header(HttpHeaders.RETRY_AFTER, after).build();
    }

    @ServerExceptionMapper
    public Response office(OfficeException fault) {
        if (isForProgram()) {
            return ProblemMapper.of(fault);
        }
        return switch (fault.code()) {
            case SESSION_ENDED -> page(401);
            case NOT_ALLOWED -> page(403, "fault.denied");
            case NOT_FOUND -> page(404);
            case BAD_INPUT, ALREADY_EXISTS -> page(422);
            case TOO_LARGE -> page(413);
            case DATA_IN_USE, DATABASE_AWAY, DATABASE_UNFIT, BUSY -> later(503, "fault.503");
            case OUTCOME_UNKNOWN -> outcomeUnknown();
            case KEYS, FAULT -> unknown(fault);
        };
    }

    @ServerExceptionMapper
    public Response over(OverBudgetException over) {
        return isForProgram() ? ProblemMapper.of(over) : replies.overBudget(over);
    }

    @ServerExceptionMapper
    public Response tooLong(TextTooLongException fault) {
        return replies.tooLong();
    }

    @ServerExceptionMapper
    public Response unknown(RuntimeException fault) {
        if (String.valueOf(fault.getMessage()).startsWith(TOO_MANY_FIELDS)) {
            return isForProgram() ? ProblemMapper.of(new ClientErrorException(413)) : page(413);
        }
        if (FailureAnswers.isUnreadableForm(fault)) {
            return isForProgram() ? ProblemMapper.of(new ClientErrorException(400)) : page(422);
        }
        if (FailureAnswers.isBrokenBody(fault)) {
            FailureAnswers.brokenBody();
            return isForProgram() ? ProblemMapper.of(new ClientErrorException(400)) : page(400);
        }
        LOG.error("a request failed", fault);
        return isForProgram() ? ProblemMapper.fault() : page(500);
    }

    private boolean isForProgram() {
        return ProblemMapper.isOurs(pages.request().path());
    }

    /** The outcome of a form is unknown; a request without a form asked for nothing to be done. */
    private Response outcomeUnknown() {
        return pages.request().form().fields().isEmpty()
                ? later(503, "fault.503")
                : later(504, "fault.504.check");
    }

    private Response later(int status, String key) {
        return Response.fromResponse(page(status, key))
                .header(HttpHeaders.RETRY_AFTER, ProblemMapper.AWAY.toSeconds())
                .build();
    }

    private Response page(int status) {
        return page(status, FailurePages.key(pages.words(), status));
    }

    private Response page(int status, String key) {
        var words = pages.words();
        var sheet =
                pages.page(words.say(key + ".title"))
                        .add(new Paragraphs(List.of(words.say(key + ".text"))))
                        .add(new LinkList(List.of(new Link(words.say("fault.start"), "/"))));
        return sheet.status(status);
    }
}
