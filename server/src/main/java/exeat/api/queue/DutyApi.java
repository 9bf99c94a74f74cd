package exeat.api.queue;

import exeat.casework.command.BriefingCommand;

import exeat.api.Caller;
import exeat.api.Clerk;
import exeat.api.DoneBody;
import exeat.api.Keyed;
import exeat.api.Patterns;
import exeat.api.SignedIn;
import exeat.api.Steps;
import exeat.http.Kind;
import exeat.http.Problems;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.state.Duties;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
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

/** Who is away, and who stands in. */
@Singleton
@Path("/api/v1/directives/{directive: " + Patterns.UNIT + "}/duties")
@RunOnVirtualThread
@SignedIn
@Tag(name = Steps.BRIEFING)
public final class DutyApi {

    private final Office office;
    private final Caller caller;
    private final Clerk clerk;

    DutyApi(Office office, Caller caller, Clerk clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @GET
    @Operation(summary = "Who is away, and who stands in for whom")
    public DutyBodies.DutiesOf duties(@RestPath String directive) {
        if (!(caller.session().actor() instanceof Actor.Officer)) {
            throw Problems.thrown(Kind.NOT_ALLOWED);
        }
        var state = office.register().briefing(caller.session(), known(directive).directive());
        return DutyBodies.DutiesOf.of(state.duties().orElse(Duties.NONE));
    }

    @POST
    @Keyed
    @Path("absences")
    @Operation(summary = "Say that one is away, or as somebody above that an officer is")
    public DoneBody absent(@RestPath String directive, @NotNull @Valid DutyBodies.Absence body) {
        return clerk.give(
                new BriefingCommand.SetAbsence(
                        known(directive),
                        new OfficerId(body.officer()),
                        body.from(),
                        body.until()));
    }

    @POST
    @Keyed
    @Path("absences/{n: " + Patterns.NUMBER + "}/end")
    @Operation(summary = "Say that somebody is back sooner")
    public DoneBody back(@RestPath String directive, @RestPath int n) {
        return clerk.give(new BriefingCommand.EndAbsence(known(directive), n));
    }

    @POST
    @Keyed
    @Path("delegations")
    @Operation(
            summary = "Let an officer stand in for another, for at most 92 days",
            description = "Of the same unit, or of the same function below the same unit above.")
    public DoneBody delegate(
            @RestPath String directive, @NotNull @Valid DutyBodies.Delegation body) {
        return clerk.give(
                new BriefingCommand.Delegate(
                        known(directive),
                        new OfficerId(body.from()),
                        new OfficerId(body.to()),
                        body.first(),
                        body.last()));
    }

    @POST
    @Keyed
    @Path("delegations/{n: " + Patterns.NUMBER + "}/end")
    @Operation(summary = "End a delegation sooner")
    public DoneBody end(@RestPath String directive, @RestPath int n) {
        return clerk.give(new BriefingCommand.EndDelegation(known(directive), n));
    }

    private BriefingId known(String directive) {
        if (office.register().directive(directive).isEmpty()) {
            throw Problems.thrown(Kind.NOT_FOUND);
        }
        return new BriefingId(directive);
    }
}
