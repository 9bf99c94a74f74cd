package exeat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Basic checks of a request: a single host, a single length, and a minimum speed. Redirects never
 * use the host named in the request.
 */
@Singleton
public final class RequestGuard {

    /** This filter's place: after logging and response headers, before all size limits. */
    private static final int ORDER = 950;

    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9._-]{1,255}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private static final Pattern OWN = Pattern.compile("https?://[^/]*(/.*)");

    /** How long a body may take before its speed is checked, in milliseconds. */
    private static final long GRACE = 30_000;

    /** The minimum speed in bytes a second, which a poor connection still reaches. */
    private static final long SLOWEST = 4096;

    private static final String METRICS = "/metrics";

    private static final long LOOK = 5_000;

    /**
     * Connections whose requests nobody can tell apart any more: what comes after a body of unknown
     * length may be the rest of it. They end with the answer to the request before. Guarded by
     * itself.
     */
    private final Set<HttpConnection> broken = Collections.newSetFromMap(new WeakHashMap<>());

    void observe(@Observes Filters filters) {
        filters.register(this::guard, ORDER);
    }

    private void guard(RoutingContext context) {
        var request = context.request();
        var codings = request.headers().getAll("Transfer-Encoding");
        var host = host(request);
        boolean addressed = host.filter(name -> HOST.matcher(name).matches()).isPresent();
        boolean framed = codings.isEmpty() || isChunked(codings, request);
        if (isBroken(request, framed)) {
            request.connection().close();
            return;
        }
        if (!addressed || !framed) {
            context.fail(400);
            return;
        }
        if (isMetricsByAnotherName(context)) {
            context.fail(404);
            return;
        }
        context.addHeadersEndHandler(_ -> own(context, host.orElseThrow()));
        if (!codings.isEmpty() || request.headers().contains("Content-Length")) {
            watch(context, request);
        }
        context.next();
    }

    /**
     * Whether this is {@code //metrics} or the like. There must be only one address for the
     * metrics, so that closing it at a proxy is enough.
     */
    private static boolean isMetricsByAnotherName(RoutingContext context) {
        var meant = context.normalizedPath();
        return meant.startsWith(METRICS) && !meant.equals(context.request().path());
    }

    /**
     * Whether the connection was broken before this request, which is then not a real one. In
     * HTTP/2 each request has frames of its own.
     */
    private boolean isBroken(HttpServerRequest request, boolean framed) {
        if (request.version() == HttpVersion.HTTP_2) {
            return false;
        }
        synchronized (broken) {
            return broken.contains(request.connection())
                    || (!framed && !broken.add(request.connection()));
        }
    }

    /** The only host that a request names; in HTTP/2 this is not a header. */
    private static Optional<String> host(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return Optional.ofNullable(request.authority()).map(Object::toString);
        }
        var hosts = request.headers().getAll("Host");
        return hosts.size() == 1 ? Optional.of(hosts.getFirst()) : Optional.empty();
    }

    /**
     * Removes the requested host, which the framework writes into redirects: a relative address is
     * enough for the browser.
     */
    private static void own(RoutingContext context, String host) {
        var location = context.response().headers().get("Location");
        if (location != null && location.contains("://" + host)) {
            var own = OWN.matcher(location);
            if (own.matches()) {
                context.response().headers().set("Location", own.group(1));
            }
        }
    }

    private static boolean isChunked(List<String> codings, HttpServerRequest request) {
        return codings.size() == 1
                && codings.getFirst().equalsIgnoreCase("chunked")
                && !request.headers().contains("Content-Length");
    }

    private static void refuse(RoutingContext context, int status) {
        if (!context.response().headWritten()) {
            context.response()
                    .setStatusCode(status)
                    .end()
                    .onComplete(_ -> context.request().connection().close());
        } else {
            context.request().connection().close();
        }
    }

    /** Ends a request whose body comes too slowly. */
    private static void watch(RoutingContext context, HttpServerRequest request) {
        long begun = System.nanoTime();
        long timer =
                context.vertx()
                        .setPeriodic(
                                LOOK,
                                id -> {
                                    long millis =
                                            TimeUnit.NANOSECONDS.toMillis(
                                                    System.nanoTime() - begun);
                                    if (request.isEnded() || context.response().ended()) {
                                        context.vertx().cancelTimer(id);
                                    } else if (request.bytesRead()
                                            < (millis - GRACE) / 1000 * SLOWEST) {
                                        context.vertx().cancelTimer(id);
                                        refuse(context, 408);
                                    }
                                });
        context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    }
}
