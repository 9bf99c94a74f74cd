package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.directive.FindingBody;
import exeat.casework.access.Disclosure;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.OpenChoice;
import exeat.casework.value.StreamId.CaseId;
import exeat.http.PathNumbers;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Findings that a traveller can choose between, and the choice. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.ANY_TIME)
public final class FindingChoiceApi {

    /**
     * What a traveller can choose between.
     *
     * @param findings none, or at least two; that of the application's own directive comes first
     * @param decidableFrom from this day an officer can approve without waiting for the choice,
     *     which stays open until one does; missing if no choice would approve the traveller
     */
    @Schema(
            name = "Choices",
            description =
                    "The findings that a traveller can choose between: none, or at least two. From"
                            + " decidableFrom on an officer can approve without waiting; the choice stays"
                            + " open until one does.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choices(List<FindingBody> findings, @Nullable LocalDate decidableFrom) {

        static Choices of(@Nullable OpenChoice open) {
            return open == null
                    ? new Choices(List.of(), null)
                    : new Choices(
                            open.findings().stream().map(FindingBody::of).toList(),
                            open.decidableFrom().orElse(null));
        }
    }

    private final CommandGateway clerk;

    FindingChoiceApi(CommandGateway clerk) {
        this.clerk = clerk;
    }

    @GET
    @Path("choices")
    @Operation(
            summary = "What the traveller can choose between",
            description =
                    "Where several directives bind and each finding is better in some way, the"
                            + " traveller chooses. The list is empty where there is nothing to"
                            + " choose, as it nearly always is.")
    public Choices choices(@RestPath UUID id, @RestPath int no) {
        var seen = clerk.view(new CaseId(id)).seen().travellers().get(PathNumbers.traveller(no));
        if (!(seen instanceof Disclosure.Whole)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_FOUND);
        }
        return Choices.of(clerk.choices(new CaseId(id)).get(PathNumbers.traveller(no)));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("choice")
    @Operation(
            summary = "Choose which directive's finding decides, for yourself or your child",
            description =
                    "One of those that GET choices lists, by its directive. It takes effect at once"
                            + " and cannot be changed.")
    public DoneBody choose(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Choice body) {
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.ChooseFinding(one, who, body.directive().read()));
    }
}
