package exeat.http;

import exeat.desk.Office;
import exeat.desk.limit.Budgets.Use;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Rejects requests beyond the budget of an address or its network before anything is read or looked
 * up, so that a flood costs little more than its connections.
 */
@Singleton
public final class FloodGuard {

    /** This filter's place: after the request's form was checked, before all size limits. */
    private static final int ORDER = 940;

    private static final String TURNED_AWAY = "exeat.turned-away";

    private final Instance<Office> office;
    private final ClientAddress client;

    FloodGuard(Instance<Office> office, ClientAddress client) {
        this.office = office;
        this.client = client;
    }

    void observe(@Observes Filters filters) {
        filters.register(this::guard, ORDER);
    }

    private void guard(RoutingContext request) {
        var wait = office.get().budgets().spend(Use.REQUEST, client.network(request), 1);
        if (wait.isEmpty()) {
            request.next();
            return;
        }
        request.put(TURNED_AWAY, true);
        boolean program = ProblemMapper.isOurs(request.normalizedPath());
        var problem = Problem.of(ProblemCode.OVER_BUDGET);
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Retry-After", Long.toString(seconds(wait.get())))
                .putHeader(
                        "Content-Type", program ? Problem.MEDIA_TYPE : "text/plain; charset=utf-8")
                .end(program ? String.valueOf(problem.response().getEntity()) : problem.detail());
    }

    /**
     * Whether a request was rejected here; such requests are not logged, or a flood would fill the
     * log.
     */
    static boolean turnedAway(RoutingContext request) {
        return request.get(TURNED_AWAY) != null;
    }

    /** The value for Retry-After: whole seconds, at least one. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
