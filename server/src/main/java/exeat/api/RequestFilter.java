package exeat.api;

import exeat.config.Config;
import exeat.config.LimitSettings;
import exeat.config.Settings;
import exeat.http.FailurePage;
import exeat.http.Problem;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks a request before its body is read. */
@Singleton
public final class RequestFilter {

    /** The only path that accepts files of any length. */
    public static final String INTAKES = "/api/v1/intakes";

    /**
     * The place of the early filter: after the one for common response headers, before the server's
     * own limit for uploads.
     */
    private static final int EARLY = 900;

    /** The place of the late filter: after the server's own limit, before any body is read. */
    private static final int LATE = 1;

    private static final int SECOND = 2;

    private final Caller caller;
    private final Config config;
    private final Instance<FailurePage> page;

    RequestFilter(Caller caller, Config config, Instance<FailurePage> page) {
        this.page = page;
        this.caller = caller;
        this.config = config;
    }

    @RequiresSession
    @ServerRequestFilter(priority = 1)
    public void signedIn() {
        caller.session();
    }

    @RequiresIdempotencyKey
    @ServerRequestFilter(priority = SECOND)
    public void keyed() {
        caller.key();
        caller.act();
    }

    /**
     * Rejects a body that is too long without reading it, and names the limit. A request to the API
     * without a length is stopped while it is read; a page's form must state its length.
     */
    void limit(@Observes Filters filters) {
        filters.register(this::early, EARLY);
        filters.register(this::lower, LATE);
    }

    private void early(RoutingContext request) {
        var path = request.normalizedPath();
        var length = request.request().getHeader("Content-Length");
        if (path.equals(INTAKES)) {
            if (isTooLong(length, config.size(Settings.BODY_FILE))) {
                var text = fileTooLarge();
                turnAway(request, Problem.of(413, ProblemCode.TOO_LARGE.name(), text));
            } else {
                request.next();
            }
        } else if (ProblemMapper.isOurs(path)) {
            if (isTooLong(length, config.size(Settings.BODY_INTERFACE))) {
                turnAway(request, Problem.of(ProblemCode.TOO_LARGE));
            } else {
                request.next();
            }
        } else if (isForm(path) && isTooLong(length, 2 * config.size(LimitSettings.DRAFT_SIZE))) {
            turnAway(request, 413, page.get().html(request, 413));
        } else if (isTooLong(length, config.size(Settings.BODY_PAGE))) {
            turnAway(request, 413, pageTooLarge(request));
        } else if (length == null && request.request().method().equals(HttpMethod.POST)) {
            turnAway(request, 411, page.get().html(request, 411));
        } else {
            request.next();
        }
    }

    /** Whether the path takes forms from people who have not signed in, without files. */
    private static boolean isForm(String path) {
        return path.equals("/apply") || path.startsWith("/apply/");
    }

    /** The server's own limit is for the longest file; every other path has a lower one. */
    private void lower(RoutingContext request) {
        if (!request.normalizedPath().equals(INTAKES)) {
            request.put("io.quarkus.max-request-size", config.size(Settings.BODY_PAGE));
        }
        request.next();
    }

    private String fileTooLarge() {
        return "A file has at most "
                + config.sizeInWords(Settings.BODY_FILE)
                + ". Send it in parts, with all rows of an application in the same part.";
    }

    private String pageTooLarge(RoutingContext request) {
        return page.get()
                .tooLarge(
                        request,
                        config.sizeInWords(Settings.BODY_PAGE),
                        config.sizeInWords(Settings.BODY_FILE));
    }

    /** A page of ours says why. */
    private static void turnAway(RoutingContext request, int status, String html) {
        turnAway(request, status, "text/html; charset=utf-8", html);
    }

    private static void turnAway(RoutingContext request, Problem problem) {
        var text = String.valueOf(problem.response().getEntity());
        turnAway(request, problem.status(), Problem.MEDIA_TYPE, text);
    }

    private static void turnAway(RoutingContext request, int status, String type, String text) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Connection", "close")
                .end(text)
                .onComplete(_ -> request.request().connection().close());
    }

    private static boolean isTooLong(@org.jspecify.annotations.Nullable String length, long most) {
        return length != null
                && (length.length() > 18
                        || !length.matches("[0-9]+")
                        || Long.parseLong(length) > most);
    }
}
