package exeat.api.application;

import exeat.casework.command.ArchiveCommand;

import exeat.api.Clerk;
import exeat.api.DoneBody;
import exeat.api.Keyed;
import exeat.api.SignedIn;
import exeat.api.Steps;

import exeat.casework.command.Command;
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

/** What is kept of a file, and what is erased: for officers of a unit that supervises. */
@Singleton
@Path("/api/v1/applications/{id}")
@RunOnVirtualThread
@SignedIn
@Keyed
public final class ArchiveApi {

    private final Clerk clerk;

    ArchiveApi(Clerk clerk) {
        this.clerk = clerk;
    }

    @POST
    @Path("erasure")
    @Tag(name = Steps.ANY_TIME)
    @Operation(
            summary = "Propose, as the first of two officers, to erase a file that has ended",
            description =
                    "Nothing happens until another officer of a unit that supervises seconds.")
    public DoneBody propose(@RestPath UUID id, @NotNull @Valid Bodies.Erasing body) {
        return clerk.give(new ArchiveCommand.ProposeErasure(new CaseId(id), body.basis(), body.reason()));
    }

    @POST
    @Path("erasure/second")
    @Tag(name = Steps.ANY_TIME)
    @Operation(summary = "Agree, as the second of two officers: the file is erased")
    public DoneBody second(@RestPath UUID id) {
        return clerk.give(new ArchiveCommand.SecondErasure(new CaseId(id)));
    }

    @POST
    @Path("legal-hold")
    @Tag(name = Steps.ANY_TIME)
    @Operation(summary = "Keep a file: until this is lifted, nothing of it is erased")
    public DoneBody keep(@RestPath UUID id, @NotNull @Valid Bodies.Reason body) {
        return clerk.give(new ArchiveCommand.KeepFile(new CaseId(id), body.reason()));
    }

    @POST
    @Path("legal-hold/lift")
    @Tag(name = Steps.ANY_TIME)
    @Operation(summary = "Nothing keeps the file any longer")
    public DoneBody lift(@RestPath UUID id, @NotNull @Valid Bodies.Reason body) {
        return clerk.give(new ArchiveCommand.FreeFile(new CaseId(id), body.reason()));
    }
}
