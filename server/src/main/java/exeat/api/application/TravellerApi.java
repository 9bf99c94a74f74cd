package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.directive.FactsBody;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.StreamId.CaseId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Travellers' own actions, and those that protect them. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class TravellerApi {

    private final CommandGateway clerk;

    TravellerApi(CommandGateway clerk) {
        this.clerk = clerk;
    }

    @POST
    @Path("confirm")
    @Tag(name = ApiTags.INTAKE)
    @Operation(
            summary = "Confirm your own application, knowing what you give up",
            description = "To settle or return: nationality, residence and way back, all three.")
    public DoneBody confirm(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Confirmation body) {
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.Confirm(one, who, body.read()));
    }

    @POST
    @Path("safeguards")
    @Tag(name = ApiTags.INTAKE)
    @Operation(summary = "Consent to a minor's journey, or record a safeguard")
    public DoneBody safeguard(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Met body) {
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.MeetSafeguard(one, who, body.safeguard().read()));
    }

    @POST
    @Path("questions")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Ask the traveller for a fact or document that the directive names")
    public DoneBody ask(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Question body) {
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.Ask(one, who, body.item().read()));
    }

    @POST
    @Path("answers")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Answer a question, or give a fact that the finding still needs")
    public DoneBody answer(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Answers body) {
        var directive = clerk.directive(new CaseId(id));
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.AnswerQuestions(
                                one,
                                who,
                                FactsBody.readAll(directive, body.facts(), "facts."),
                                ApplicationReader.list(body.documents()).stream()
                                        .map(ApplicationBody.Doc::read)
                                        .toList()));
    }

    @POST
    @Path("responses")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Reply to a correction by two officers")
    public DoneBody respond(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Response body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.RespondToCorrection(file, who, body.text()));
    }

    @POST
    @Path("withdrawal")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Withdraw from the application, for yourself only")
    public DoneBody withdraw(@RestPath UUID id, @RestPath int no) {
        return clerk.send(id, no, TravellerCommand.Withdraw::new);
    }

    @POST
    @Path("protection-claim")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Claim protection for yourself",
            description = "Every step and every disclosure stop until you end the claim.")
    public DoneBody claim(@RestPath UUID id, @RestPath int no) {
        return clerk.send(id, no, TravellerCommand.ClaimProtection::new);
    }

    @POST
    @Path("protection-claims")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Claim protection for somebody else in a case that you may read",
            description =
                    "Disclosure stops at once, and steps for at most 72 hours, until a protection"
                            + " officer has heard the traveller alone.")
    public DoneBody claimForAnother(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Words body) {
        // Callers who may not read the case get the same answer as when reading it. It is not read:
        // a look that comes with the claim would tell of it.
        clerk.mayRead(new CaseId(id));
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.ClaimForAnother(one, who, body.words()));
    }

    @POST
    @Path("protection-admissions")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Lift the block on disclosure for one recipient, while a claim stands")
    public DoneBody admit(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Admitted body) {
        return clerk.send(id, no, (one, who) -> new TravellerCommand.Admit(one, who, body.read()));
    }

    @DELETE
    @Path("protection-claim")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "End your own claim to protection")
    public DoneBody endClaim(@RestPath UUID id, @RestPath int no) {
        return clerk.send(id, no, TravellerCommand.EndProtectionClaim::new);
    }

    @POST
    @Path("in-person-withdrawal")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Record that a person who stands before you withdraws",
            description =
                    "For officers of a unit that protects, who say what identified them. Nothing"
                            + " happens until a second officer agrees.")
    public DoneBody withdrawInPerson(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.InPerson body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.WithdrawInPerson(file, who, body.seen()));
    }

    @POST
    @Path("in-person-claim-end")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Record that a person who stands before you ends their claim to protection",
            description =
                    "For officers of a unit that protects, who say what identified them. Nothing"
                            + " happens until a second officer agrees.")
    public DoneBody endClaimInPerson(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.InPerson body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.EndClaimInPerson(file, who, body.seen()));
    }

    @POST
    @Path("in-person-requests/{n: " + Patterns.NUMBER + "}/second")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary =
                    "Agree, as the second officer before whom the person stands; it then takes effect",
            description =
                    "For another officer who protects, who had no part in the case and says what"
                            + " identified the person.")
    public DoneBody secondInPerson(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.InPerson body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.SecondInPerson(file, who, n, body.seen()));
    }

    @POST
    @Path("in-person-requests/{n: " + Patterns.NUMBER + "}/stop")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Object to what officers say that you asked for in person, or take it back",
            description = "The person needs no reason; an officer gives one.")
    public DoneBody stopInPerson(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Stopped body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.StopInPerson(file, who, n, body.words()));
    }

    @POST
    @Path("in-person-requests/{n: " + Patterns.NUMBER + "}/disown")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Undo what two officers did in your name in person, if it was not you",
            description =
                    "For 30 days, with a secret that two officers handed you. The application goes"
                            + " on from where it stood, or the claim to protection stands again.")
    public DoneBody disown(@RestPath UUID id, @RestPath int no, @RestPath int n) {
        return clerk.send(id, no, (file, who) -> new TravellerCommand.Disown(file, who, n));
    }

    @POST
    @Path("in-person-disowning")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Record that a person who stands before you did not do it themselves",
            description =
                    "For officers of a unit that protects and had no part in what is to be undone:"
                            + " that they withdrew, or ended their claim. Nothing happens until a"
                            + " second officer agrees.")
    public DoneBody disownInPerson(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Disowned body) {
        return clerk.send(
                id,
                no,
                (file, who) ->
                        new TravellerCommand.DisownInPerson(
                                file, who, body.withdrawal(), body.seen()));
    }

    @POST
    @Path("own-erasure")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Erase your own part of a closed application",
            description = "The fact of the erasure and the statistics remain.")
    public DoneBody erase(@RestPath UUID id, @RestPath int no) {
        return clerk.send(id, no, ArchiveCommand.EraseOwn::new);
    }

    @POST
    @Path("appeals")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Appeal against a refusal, a set-aside, a hold or a revocation")
    public DoneBody appeal(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Appeal body) {
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.Appeal(
                                one, who, body.against().read(), body.grounds()));
    }

    @POST
    @Path("decisions/{n: " + Patterns.NUMBER + "}/service")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Record that you handed a decision over to the person",
            description =
                    "By the proposal's number, with the day on which the person had it in hand: not"
                            + " before the decision, at most three days ago, and not to come.")
    public DoneBody serve(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.HandedOver body) {
        return clerk.send(
                id, no, (file, who) -> new TravellerCommand.RecordService(file, who, n, body.on()));
    }

    @POST
    @Path("decisions/{n: " + Patterns.NUMBER + "}/receipt")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Confirm that you received a decision",
            description =
                    "With a secret that two officers handed you. The time to appeal, if the"
                            + " directive sets one, runs from this day.")
    public DoneBody confirmReceipt(@RestPath UUID id, @RestPath int no, @RestPath int n) {
        return clerk.send(id, no, (file, who) -> new TravellerCommand.ConfirmReceipt(file, who, n));
    }

    @POST
    @Path("decisions/{n: " + Patterns.NUMBER + "}/dispute")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Say that no officer handed you a decision, or not on that day",
            description = "No time runs against you until it is handed over again.")
    public DoneBody disputeService(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Disputed body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.DisputeService(file, who, n, body.words()));
    }

    @POST
    @Path("appeals/{n: " + Patterns.NUMBER + "}/decision")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(summary = "Decide an appeal, as a reviewer outside the deciders' line")
    public DoneBody decideAppeal(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.AppealDecision body) {
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.DecideAppeal(
                                one, who, n, body.upheld(), body.reason()));
    }
}
