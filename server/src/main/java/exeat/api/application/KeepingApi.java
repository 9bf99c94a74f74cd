package exeat.api.application;

import exeat.casework.command.TravellerCommand;

import exeat.api.Caller;
import exeat.api.Clerk;
import exeat.api.DoneBody;
import exeat.api.Keyed;
import exeat.api.Patterns;
import exeat.api.SignedIn;
import exeat.api.Steps;

import exeat.casework.command.Command;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How a file is kept: taken before its turn, and who stands aside. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@SignedIn
@Tag(name = Steps.ANY_TIME)
public final class KeepingApi {

    private final Office office;
    private final Caller caller;
    private final Clerk clerk;

    KeepingApi(Office office, Caller caller, Clerk clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @POST
    @Keyed
    @Path("jump")
    @Operation(
            summary = "Say why one takes this before what is due earlier",
            description = "What is done before its turn without this is kept as without a reason.")
    public DoneBody jump(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid KeepingBodies.Jump body) {
        var words = Objects.requireNonNullElse(body.words(), "");
        var jump =
                new TravellerCommand.Jump(
                        new CaseId(id), new TravellerNo(no), body.task(), body.read(), words);
        var reply = office.turns().say(caller.session(), caller.key(), jump);
        return DoneBody.of(Clerk.done(reply));
    }

    @POST
    @Keyed
    @Path("recusals")
    @Operation(
            summary = "Stand aside as an officer, or ask as the traveller that one does",
            description = "From then on that officer sees nothing of the case and does nothing.")
    public DoneBody recuse(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid KeepingBodies.Recusal body) {
        var officer = new OfficerId(body.officer());
        return clerk.give(
                id,
                no,
                (one, who) -> new TravellerCommand.Recuse(one, who, officer, body.read(), body.words()));
    }

    @POST
    @Keyed
    @Path("recusals/lift")
    @Operation(summary = "Find, from above, that what a traveller asked for has no ground")
    public DoneBody lift(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid KeepingBodies.Lifted body) {
        var officer = new OfficerId(body.officer());
        return clerk.give(
                id, no, (one, who) -> new TravellerCommand.LiftRecusal(one, who, officer, body.reason()));
    }
}
