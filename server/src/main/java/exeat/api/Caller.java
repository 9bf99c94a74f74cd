package exeat.api;

import exeat.desk.Office;
import exeat.desk.Session;
import exeat.web.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.WebApplicationException;

/** Who calls, and under which key. */
@RequestScoped
public class Caller {

    private static final String BEARER = "Bearer ";

    private final RoutingContext request;
    private final Office office;

    Caller(RoutingContext request, Office office) {
        this.request = request;
        this.office = office;
    }

    /** The session of the bearer token; 401 without one. */
    public Session session() {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            throw unauthorised();
        }
        return office.doors()
                .resume(header.substring(BEARER.length()).strip())
                .orElseThrow(Caller::unauthorised);
    }

    static WebApplicationException unauthorised() {
        var problem =
                Problem.of(401, "SIGN_IN", "Send the token of a session as Authorization: Bearer.");
        return new WebApplicationException(
                problem.builder().header("WWW-Authenticate", "Bearer").build());
    }

    /** The idempotency key; 422 without one. */
    public String key() {
        var key = request.request().getHeader("Idempotency-Key");
        if (key == null || !key.matches("[A-Za-z0-9._:-]{8,128}")) {
            throw new WebApplicationException(
                    Problem.of(
                                    422,
                                    "IDEMPOTENCY_KEY",
                                    "A command needs the header Idempotency-Key, 8 to 128 letters, digits or . _ : -")
                            .response());
        }
        return key;
    }
}
