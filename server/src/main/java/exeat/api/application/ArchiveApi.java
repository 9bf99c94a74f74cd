package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.value.StreamId.CaseId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Keeping and erasing cases, for officers of a unit that supervises. */
@Singleton
@Path("/api/v1/applications/{id}")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class ArchiveApi {

    private final CommandGateway clerk;

    ArchiveApi(CommandGateway clerk) {
        this.clerk = clerk;
    }

    @POST
    @Path("erasure")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Propose, as the first of two officers, to erase a closed case",
            description = "Nothing happens until another officer of a supervising unit agrees.")
    public DoneBody propose(@RestPath UUID id, @NotNull @Valid CommandBodies.Erasing body) {
        return clerk.send(
                new ArchiveCommand.ProposeErasure(new CaseId(id), body.basis(), body.reason()));
    }

    @POST
    @Path("erasure/second")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Agree, as the second of two officers: the case is erased",
            description =
                    "Repeat the words of the proposal that you agree to. If it has been replaced since you"
                            + " read it, nothing is erased.")
    public DoneBody second(@RestPath UUID id, @NotNull @Valid CommandBodies.Erasing body) {
        return clerk.send(
                new ArchiveCommand.SecondErasure(new CaseId(id), body.basis(), body.reason()));
    }

    @POST
    @Path("legal-hold")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Keep a case by order: nothing in it is erased until the order is lifted")
    public DoneBody keep(@RestPath UUID id, @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(new ArchiveCommand.PlaceLegalHold(new CaseId(id), body.reason()));
    }

    @POST
    @Path("legal-hold/lift")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Lift the order that keeps the case")
    public DoneBody lift(@RestPath UUID id, @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(new ArchiveCommand.LiftLegalHold(new CaseId(id), body.reason()));
    }
}
