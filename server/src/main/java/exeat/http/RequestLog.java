package exeat.http;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.telemetry.CurrentRequest;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import exeat.telemetry.LogField;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id (also in the response), a log line and a span. They contain the pattern
 * of the path, never the path itself.
 */
@Singleton
public final class RequestLog {

    /** Before everything else. */
    private static final int FIRST = 2000;

    private static final String MARK = "exeat.mark";
    private static final String HEADER = "X-Request-Id";
    private static final String NO_ROUTE = "none";

    /** Trying a directive leaves no trace, not even that somebody did it. */
    private static final Set<String> UNLOGGED =
            Set.of("/directives/{id}/try", "/directives/{id}/try/{hash}", "/directive/try");

    private static final TextMapGetter<HttpServerRequest> HEADERS =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(HttpServerRequest request) {
                    return request.headers().names();
                }

                @Override
                public @Nullable String get(@Nullable HttpServerRequest request, String key) {
                    return request == null ? null : request.getHeader(key);
                }
            };

    private final Instance<Office> office;
    private final Tracer tracer;
    private final boolean all;

    RequestLog(Instance<Office> office, Tracer tracer, Config config) {
        this.office = office;
        this.tracer = tracer;
        this.all = config.text(Settings.LOG_REQUESTS).equals("all");
    }

    /** A request in progress; used by one thread at a time. */
    private static final class Mark {
        private final String id =
                Long.toHexString(ThreadLocalRandom.current().nextLong() | 1L << 63);
        private final long begun = System.nanoTime();
        private final Span span;
        private volatile String route = NO_ROUTE;
        private volatile @Nullable Session session;

        Mark(Span span) {
            this.span = span;
        }
    }

    void observe(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext request) {
        var above =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), request.request(), HEADERS);
        var span =
                tracer.spanBuilder("request")
                        .setParent(above)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan();
        var mark = new Mark(span);
        request.put(MARK, mark);
        request.response().putHeader(HEADER, mark.id);
        request.addEndHandler(_ -> end(request, mark));
        request.next();
    }

    /**
     * Binds the request to the current thread. The thread serves one request and ends, so the
     * binding is never removed.
     */
    @SuppressWarnings("MustBeClosedChecker")
    @ServerRequestFilter(priority = 0)
    public void enter(ResteasyReactiveContainerRequestContext context) {
        var server = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        Mark mark = server.unwrap(RoutingContext.class).get(MARK);
        if (mark != null) {
            var target = server.getTarget();
            var above = target.getClassPath();
            mark.route = plain((above == null ? "" : above.template) + target.getPath().template);
            CurrentRequest.with(Context.root().with(mark.span), mark.id).makeCurrent();
        }
    }

    /** The path pattern without the regular expressions of its parameters. */
    public static String plain(String template) {
        var plain = new StringBuilder();
        int depth = 0;
        boolean name = true;
        for (int at = 0; at < template.length(); at++) {
            char c = template.charAt(at);
            depth += c == '{' ? 1 : 0;
            name = depth == 0 || (depth == 1 && (c == '{' || (name && c != ':' && c != ' ')));
            boolean end = c == '}' && --depth == 0;
            boolean twice = c == '/' && plain.lastIndexOf("/") == plain.length() - 1;
            if ((name || end) && !(twice && !plain.isEmpty())) {
                plain.append(c);
            }
        }
        boolean slash = plain.length() > 1 && plain.charAt(plain.length() - 1) == '/';
        return slash ? plain.substring(0, plain.length() - 1) : plain.toString();
    }

    /** Adds the kind of caller to the log line. */
    public static void attachSession(RoutingContext request, Session session) {
        Mark mark = request.get(MARK);
        if (mark != null) {
            mark.session = session;
        }
    }

    private void end(RoutingContext request, Mark mark) {
        int status = request.response().getStatusCode();
        var method = request.request().method().name();
        mark.span.updateName(method + " " + mark.route);
        mark.span.setAttribute("http.request.method", method);
        mark.span.setAttribute("http.route", mark.route);
        mark.span.setAttribute("http.response.status_code", status);
        if (status >= 500) {
            mark.span.setStatus(StatusCode.ERROR);
        }
        mark.span.end();
        boolean refused = status == 401 || status == 403;
        boolean logged = all && !FloodGuard.turnedAway(request) && !UNLOGGED.contains(mark.route);
        if (logged || refused) {
            var context = CurrentRequest.with(Context.root().with(mark.span), mark.id);
            try (var _ = context.makeCurrent()) {
                say(refused ? LogEvent.REFUSED : LogEvent.REQUEST, mark, method, status);
            }
        }
    }

    private void say(LogEvent occasion, Mark mark, String method, int status) {
        var fields = new ArrayList<LogField>();
        fields.add(LogField.method(method));
        fields.add(LogField.route(mark.route));
        fields.add(LogField.status(status));
        fields.add(LogField.millis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - mark.begun)));
        var session = mark.session;
        if (session != null) {
            fields.addAll(office.get().authentication().logFields(session));
        }
        Log.write(occasion, fields.toArray(LogField[]::new));
    }
}
