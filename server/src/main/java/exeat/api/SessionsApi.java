package exeat.api;

import exeat.casework.Actor;
import exeat.desk.Office;
import exeat.desk.Session;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sessions: the token of one goes with every call. */
@Singleton
@Path("/api/v1/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class SessionsApi {

    private final Office office;
    private final Caller caller;

    SessionsApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /**
     * How to sign in: an officer by login and password, a person by number and own secret, and
     * whoever wants to file an application by nothing at all.
     */
    public record SignIn(
            Optional<String> login,
            Optional<String> password,
            Optional<String> number,
            Optional<String> secret) {
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    /** A session. */
    public record Opened(String token, String kind, Instant expires) {
        static Opened of(Session session) {
            var kind =
                    switch (session.actor()) {
                        case Actor.Officer _ -> "officer";
                        case Actor.Party _ -> "party";
                        case Actor.Stranger _, Actor.Clock _ -> "stranger";
                    };
            return new Opened(session.token(), kind, session.expires());
        }

        @Override
        public String toString() {
            return "Opened[" + kind + "]";
        }
    }

    @POST
    @Operation(summary = "Open a session")
    public Response open(SignIn how) {
        var session =
                how.login().isPresent()
                        ? office.doors().officer(how.login().get(), how.password().orElse(""))
                        : how.number().isPresent()
                                ? office.doors().party(how.number().get(), how.secret().orElse(""))
                                : Optional.of(office.doors().stranger());
        return session.map(opened -> Response.status(201).entity(Opened.of(opened)).build())
                .orElseThrow(Caller::unauthorised);
    }

    @DELETE
    @Operation(summary = "End this session")
    public Response leave() {
        office.doors().leave(caller.session());
        return Response.noContent().build();
    }
}
