package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.value.StreamId.CaseId;
import exeat.http.PathNumbers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How a person is heard about what an officer proposes against them. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class HearingsApi {

    private static final String OF = "proposals/{n: " + Patterns.NUMBER + "}/";
    private static final Optional<NoticeKind> PROPOSAL = Optional.of(NoticeKind.PROPOSAL);

    private final CommandGateway clerk;
    private final ProposalGuard openings;

    HearingsApi(CommandGateway clerk, ProposalGuard openings) {
        this.clerk = clerk;
        this.openings = openings;
    }

    @POST
    @Path(OF + "service")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Record that you handed a proposal over to the person",
            description =
                    "With the day on which they had it in hand: not before it was proposed, at most"
                            + " three days ago, and not to come. Their days to answer run from it.")
    public DoneBody serve(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.HandedOver body) {
        return clerk.send(
                id,
                no,
                (file, who) ->
                        new TravellerCommand.RecordService(file, who, n, body.on(), PROPOSAL));
    }

    @POST
    @Path(OF + "receipt")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Confirm that you received a proposal",
            description =
                    "With a secret that two officers handed you. Your days to answer run from"
                            + " today.")
    public DoneBody confirm(@RestPath UUID id, @RestPath int no, @RestPath int n) {
        return clerk.send(
                id, no, (file, who) -> new TravellerCommand.ConfirmReceipt(file, who, n, PROPOSAL));
    }

    @POST
    @Path(OF + "dispute")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Say that no officer handed you a proposal, or not on that day",
            description =
                    "Once, and once more with a secret that two officers handed you: then"
                            + " ALREADY_EXISTS is about dispute. Nobody can agree to it until"
                            + " another officer has handed it over again.")
    public DoneBody dispute(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Disputed body) {
        return clerk.send(
                id,
                no,
                (file, who) ->
                        new TravellerCommand.DisputeService(file, who, n, body.words(), PROPOSAL));
    }

    @POST
    @Path(OF + "answers")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Answer what is proposed against you, or a hold that stands",
            description =
                    "As often as you like; with a secret that two officers did not hand you, ten"
                            + " times: then ALREADY_EXISTS is about answer. It changes no fact."
                            + " Before the days to answer are over, both officers have to say"
                            + " something to it; later, the second. To say nothing is no agreement."
                            + " Controls of the direction of text are left out of it.")
    public DoneBody answer(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Said body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.AnswerProposal(file, who, n, body.words()));
    }

    @POST
    @Path(OF + "spoken-answers")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Write down what the person says to a proposal, who stands before you",
            description =
                    "Read it back to them. They see it, with your name. Not by the officer who"
                            + " proposed it.")
    public DoneBody record(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Said body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.RecordAnswer(file, who, n, body.words()));
    }

    @POST
    @Path(OF + "replies")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Reply to what the person said, as the officer who proposed it",
            description =
                    "To everything that they said so far: get the application after their last"
                            + " answer, or the reply is NOT_OPENED, with a Link to it. Not your"
                            + " reason again. Before this nobody can agree, if the person said it"
                            + " while their days to answer ran.")
    public DoneBody reply(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Said body) {
        var command =
                new TravellerCommand.ReplyToAnswers(
                        new CaseId(id), PathNumbers.traveller(no), n, body.words());
        openings.check(command, n);
        return clerk.send(command);
    }
}
