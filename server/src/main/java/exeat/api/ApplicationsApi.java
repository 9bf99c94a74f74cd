package exeat.api;

import exeat.casework.Actor;
import exeat.casework.Application.Channel;
import exeat.casework.StreamId.CaseId;
import exeat.desk.Office;
import exeat.desk.Reply;
import exeat.web.Directives;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Filing applications and reading them back. */
@Singleton
@Path("/api/v1/applications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ApplicationsApi {

    private final Office office;
    private final Caller caller;

    ApplicationsApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** An application that was filed; the secret is told this once. */
    public record Filed(
            UUID id, String number, java.util.Optional<String> secret, Answers.Done done) {
        @Override
        public String toString() {
            return "Filed[" + number + "]";
        }
    }

    @POST
    @Operation(summary = "File an application; needs Idempotency-Key")
    public Response file(
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    Wire.Application.class)))
                    Wire.Application application) {
        var session = caller.session();
        var key = caller.key();
        var channel = session.actor() instanceof Actor.Officer ? Channel.OFFICE : Channel.API;
        var draft = Wire.draft(application, channel, Directives.current(office));
        var filed = office.desk().apply(session, key, draft);
        if (filed.reply() instanceof Reply.Done done && done.stream() instanceof CaseId id) {
            return Response.status(201)
                    .entity(
                            new Filed(
                                    id.value(),
                                    filed.number().orElse(""),
                                    filed.secret(),
                                    Answers.Done.of(done)))
                    .build();
        }
        return Answers.of(filed.reply());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An application, as far as this session may see it")
    public CaseJson read(UUID id) {
        return office.cases()
                .find(caller.session(), new CaseId(id))
                .map(CaseJson::of)
                .orElseThrow(NotFoundException::new);
    }
}
