package exeat.api;

import exeat.desk.Office;
import exeat.desk.Session;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Whose request is under way, by its bearer token alone: cookies say nothing here. */
@RequestScoped
class Caller {

    private static final String SCHEME = "Bearer ";
    private static final int MOST = 100;

    private final RoutingContext request;
    private final Office office;
    private Optional<Session> session = Optional.empty();

    Caller(RoutingContext request, Office office) {
        this.request = request;
        this.office = office;
    }

    /** The session of the token; whoever has none gets 401. */
    Session session() {
        if (session.isEmpty()) {
            session = token().flatMap(office.doors()::resume);
        }
        return session.orElseThrow(() -> Problems.thrown(Kind.SIGN_IN_FIRST));
    }

    private Optional<String> token() {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty() && token.length() <= MOST);
    }

    /** The key under which the desk remembers what this command came to. */
    String key() {
        var key = request.request().getHeader("Idempotency-Key");
        if (key == null) {
            throw Kind.KEY_MISSING.thrown();
        }
        if (!key.matches("[!-~]{1," + MOST + "}")) {
            throw Kind.KEY_BAD.thrown();
        }
        return key;
    }
}
