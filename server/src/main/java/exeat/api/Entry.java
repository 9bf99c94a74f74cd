package exeat.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What a request passes before its body is read. */
@Singleton
public final class Entry {

    /** After the headers that every answer carries, before the server's own limit for uploads. */
    private static final int EARLY = 900;

    private static final int SECOND = 2;

    private final Caller caller;

    Entry(Caller caller) {
        this.caller = caller;
    }

    @SignedIn
    @ServerRequestFilter(priority = 1)
    public void signedIn() {
        caller.session();
    }

    @Keyed
    @ServerRequestFilter(priority = SECOND)
    public void keyed() {
        caller.key();
    }

    /** Too long a body is turned away unread. One that hides its length is stopped in reading. */
    void limit(@Observes Filters filters) {
        filters.register(
                request -> {
                    var length = request.request().getHeader("Content-Length");
                    if (Problems.isOurs(request.normalizedPath()) && isTooLong(length)) {
                        var problem = Problems.of(Kind.TOO_LARGE);
                        request.response()
                                .setStatusCode(problem.getStatus())
                                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                                .putHeader("Connection", "close")
                                .end(String.valueOf(problem.getEntity()));
                    } else {
                        request.next();
                    }
                },
                EARLY);
    }

    private static boolean isTooLong(@org.jspecify.annotations.Nullable String length) {
        return length != null
                && (length.length() > 9
                        || !length.matches("[0-9]+")
                        || Integer.parseInt(length) > StrictJson.MOST_BYTES);
    }
}
