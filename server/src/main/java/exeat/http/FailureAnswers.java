package exeat.http;

import exeat.config.Config;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Answers requests that fail before or beside every page, in place of the framework's own error
 * pages: a path that cannot be read, a form that breaks off, a handler that throws. The answer says
 * nothing of what was sent and nothing of where it failed.
 */
@Singleton
public final class FailureAnswers {

    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);

    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final String DECODER = "io.netty.handler.codec.http.HttpObjectDecoder";
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;

    private final Instance<FailurePage> page;
    private final TrainingMode training;
    private final boolean secure;

    FailureAnswers(Config config, Instance<FailurePage> page, TrainingMode training) {
        this.page = page;
        this.training = training;
        secure = SecurityHeaders.isSecure(config);
    }

    void observe(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        // For a path that no route can read, there is no route to fail.
        IntStream.rangeClosed(FIRST_ERROR, LAST_ERROR)
                .forEach(status -> router.errorHandler(status, this::answer));
    }

    private void answer(RoutingContext request) {
        var response = request.response();
        if (response.ended() || request.request().response().closed()) {
            return;
        }
        if (response.headWritten()) {
            request.request().connection().close();
            return;
        }
        int status = status(request);
        if (isBrokenBody(request.failure())) {
            brokenBody();
        } else if (status >= 500 && request.failure() != null) {
            LOG.error("a request failed", request.failure());
        }
        SecurityHeaders.put(response, secure, training.isOn());
        boolean program = isProgram(request);
        var problem = ProblemMapper.problem(status);
        var text = program ? problem.json() : page.get().html(request, problem.status());
        var type = program ? Problem.MEDIA_TYPE : "text/html; charset=utf-8";
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", type)
                .putHeader("Connection", "close")
                .end(text)
                .onComplete(_ -> request.request().connection().close());
    }

    /** A failure without a status is ours, unless the reader of forms gave up on what was sent. */
    private static int status(RoutingContext request) {
        int status = request.statusCode();
        if (status >= FIRST_ERROR && status != 500) {
            return status;
        }
        return isUnreadableForm(request.failure()) || isBrokenBody(request.failure()) ? 400 : 500;
    }

    /**
     * Logs one line without anything of what was sent, so that nobody can fill the log with such
     * bodies.
     */
    public static void brokenBody() {
        LOG.info("a request's body broke off or could not be told apart");
    }

    /** Whether the sender closed the connection in a body, or framed it as nobody can read. */
    public static boolean isBrokenBody(@org.jspecify.annotations.Nullable Throwable fault) {
        for (var why = fault; why != null; why = why.getCause()) {
            if (why instanceof HttpClosedException || isOf(why, DECODER)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was thrown in a class of the framework, and not in what that called of ours. */
    private static boolean isOf(Throwable why, String thrower) {
        for (var step : why.getStackTrace()) {
            if (step.getClassName().startsWith("exeat.")) {
                return false;
            }
            if (step.getClassName().startsWith(thrower)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the framework's reader of forms failed before anything of ours was called. */
    public static boolean isUnreadableForm(@org.jspecify.annotations.Nullable Throwable fault) {
        for (var why = fault; why != null; why = why.getCause()) {
            if (isOf(why, FORM_READER)) {
                return true;
            }
        }
        return false;
    }

    /** The path as it was sent: a normal form of it may not exist. */
    private static boolean isProgram(RoutingContext request) {
        var path = request.request().path();
        return path != null && ProblemMapper.isOurs(path);
    }
}
