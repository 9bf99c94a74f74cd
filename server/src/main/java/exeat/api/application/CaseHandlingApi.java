package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.Office;
import exeat.http.PathNumbers;
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

/** Handling of a case: taking it out of order, and officers who step aside. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.ANY_TIME)
public final class CaseHandlingApi {

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    CaseHandlingApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @POST
    @RequiresIdempotencyKey
    @Path("jump")
    @Operation(
            summary = "Give the reason for taking a case out of order",
            description = "Without this, work out of order is recorded as done without a reason.")
    public DoneBody jump(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CaseHandlingBodies.Jump body) {
        var words = Objects.requireNonNullElse(body.words(), "");
        var jump =
                new TravellerCommand.TakeOutOfOrder(
                        new CaseId(id), PathNumbers.traveller(no), body.task(), body.read(), words);
        var reply = office.workQueue().recordJump(caller.session(), caller.key(), jump);
        return DoneBody.of(CommandGateway.done(reply));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("recusals")
    @Operation(
            summary = "Step aside as an officer, or ask as a traveller that an officer step aside",
            description = "From then on that officer can neither see the case nor act on it.")
    public DoneBody recuse(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CaseHandlingBodies.Recusal body) {
        var officer = new OfficerId(body.officer());
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.Recuse(one, who, officer, body.read(), body.words()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("recusals/lift")
    @Operation(summary = "Decide, as the unit above, that the officer need not step aside")
    public DoneBody lift(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CaseHandlingBodies.Lifted body) {
        var officer = new OfficerId(body.officer());
        return clerk.send(
                id,
                no,
                (one, who) -> new TravellerCommand.LiftRecusal(one, who, officer, body.reason()));
    }
}
