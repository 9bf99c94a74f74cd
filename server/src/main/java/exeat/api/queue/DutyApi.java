package exeat.api.queue;

import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.state.Duties;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Absences and stand-ins. */
@Singleton
@Path("/api/v1/directives/{directive: " + Patterns.UNIT + "}/duties")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.BRIEFING)
public final class DutyApi {

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    DutyApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @GET
    @Operation(summary = "Absences and stand-ins")
    public DutyBodies.DutiesOf duties(@RestPath String directive) {
        if (!(caller.session().actor() instanceof Actor.Officer)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
        }
        var state = office.register().briefing(caller.session(), known(directive).directive());
        return DutyBodies.DutiesOf.of(state.duties().orElse(Duties.NONE));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("absences")
    @Operation(summary = "Record an absence, your own or, from above, an officer's")
    public DoneBody absent(@RestPath String directive, @NotNull @Valid DutyBodies.Absence body) {
        return clerk.send(
                new BriefingCommand.SetAbsence(
                        known(directive),
                        new OfficerId(body.officer()),
                        body.from(),
                        body.until()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("absences/{n: " + Patterns.NUMBER + "}/end")
    @Operation(summary = "End an absence early")
    public DoneBody back(@RestPath String directive, @RestPath int n) {
        return clerk.send(new BriefingCommand.EndAbsence(known(directive), n));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("delegations")
    @Operation(
            summary = "Appoint a stand-in, for at most 92 days",
            description = "Of the same unit, or of the same function below the same unit above.")
    public DoneBody delegate(
            @RestPath String directive, @NotNull @Valid DutyBodies.Delegation body) {
        return clerk.send(
                new BriefingCommand.Delegate(
                        known(directive),
                        new OfficerId(body.from()),
                        new OfficerId(body.to()),
                        body.first(),
                        body.last()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("delegations/{n: " + Patterns.NUMBER + "}/end")
    @Operation(summary = "End a delegation early")
    public DoneBody end(@RestPath String directive, @RestPath int n) {
        return clerk.send(new BriefingCommand.EndDelegation(known(directive), n));
    }

    private BriefingId known(String directive) {
        if (office.register().directive(directive).isEmpty()) {
            throw ProblemMapper.thrown(ProblemCode.NOT_FOUND);
        }
        return new BriefingId(directive);
    }
}
