package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.api.directive.FactsBody;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TwoOfficerAct;
import exeat.http.PathNumbers;
import exeat.rules.fact.FactName;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Officers' actions for one traveller, from the decision to the crossing. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class OfficersApi {

    private final CommandGateway clerk;
    private final ProposalGuard openings;

    OfficersApi(CommandGateway clerk, ProposalGuard openings) {
        this.clerk = clerk;
        this.openings = openings;
    }

    @POST
    @Path("approval")
    @Tag(name = ApiTags.DECISION)
    @Operation(summary = "Approve a referred application")
    public DoneBody approve(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(
                id,
                no,
                (one, who) -> new TravellerCommand.ApproveReferred(one, who, body.reason()));
    }

    @POST
    @Path("protection-hearing")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Record that you heard the traveller alone, as a protection officer",
            description =
                    "It counts once a second protection officer, who had no part in the case, has"
                            + " heard the same. That they seek protection stops every step at once,"
                            + " for at most 72 hours.")
    public DoneBody hear(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Heard body) {
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.HearProtection(
                                one, who, body.confirmed(), body.seen(), body.words()));
    }

    @POST
    @Path("proposals")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Propose, as the first of two officers",
            description =
                    "Refuse a referred application, set aside, hold, extend a hold, revoke, or"
                            + " correct a fact. Nothing happens until another officer agrees."
                            + " Except for a hold, and a correction that takes back no paper, the"
                            + " person is heard first: serve them with the proposal. A directive"
                            + " can list points to weigh; give words about each, or the answer is"
                            + " REASON_MISSING.")
    public DoneBody propose(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Proposal body) {
        var act = act(new CaseId(id), body.act());
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.ProposeAct(
                                one, who, act, body.reason(), weighed(body)));
    }

    private static Optional<List<Weighed>> weighed(CommandBodies.Proposal body) {
        return Optional.ofNullable(body.weighed())
                .filter(all -> !all.isEmpty())
                .map(all -> all.stream().map(CommandBodies.WeighedBody::read).toList());
    }

    private TwoOfficerAct act(CaseId id, ActBody body) {
        return switch (body) {
            case ActBody.Refuse _ -> new TwoOfficerAct.Refuse();
            case ActBody.SetAside(var ground) -> new TwoOfficerAct.SetAside(ground);
            case ActBody.PlaceHold(
                            var ground,
                            var evidence,
                            var limit,
                            var clearance,
                            var whatIsNew) ->
                    new TwoOfficerAct.PlaceHold(
                            ground.read(),
                            evidence,
                            limit,
                            Optional.ofNullable(clearance),
                            Optional.ofNullable(whatIsNew));
            case ActBody.ExtendHold(var hold, var evidence, var limit) ->
                    new TwoOfficerAct.ExtendHold(hold, evidence, limit);
            case ActBody.Revoke(var ground, var evidence) ->
                    new TwoOfficerAct.Revoke(ground.read(), evidence);
            case ActBody.CorrectFact(var fact, var value, var evidence) ->
                    new TwoOfficerAct.CorrectFact(
                            new FactName(fact),
                            FactsBody.readOne(clerk.directive(id), fact, value, "act.value"),
                            evidence);
        };
    }

    @POST
    @Path("proposals/{n: " + Patterns.NUMBER + "}/second")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Agree, as the second of two officers: it takes effect",
            description =
                    "The reason is your own: the traveller reads both officers'. A text of less"
                            + " than a short sentence, or one that is mostly the first officer's,"
                            + " is rejected. Get the application after the proposal and before you"
                            + " agree; otherwise the answer is NOT_OPENED, with a Link to it."
                            + " HEARING_OPEN has in about what is missing: proposal (nobody was heard"
                            + " about it: it is proposed again), service (it was not handed over),"
                            + " days (they are not over), reply (of the officer who proposed it), or"
                            + " hold (the same of the hold that is to be longer). If the person said"
                            + " anything, onAnswers is what you say to that, also in your own words.")
    public DoneBody second(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.OwnReason body) {
        var command =
                new TravellerCommand.SecondProposal(
                        new CaseId(id),
                        PathNumbers.traveller(no),
                        n,
                        body.reason(),
                        Optional.ofNullable(body.onAnswers()));
        openings.check(command, n);
        return clerk.send(command);
    }

    @POST
    @Path("proposals/{n: " + Patterns.NUMBER + "}/decline")
    @Tag(name = ApiTags.DECISION)
    @Operation(summary = "Decline a proposal, or withdraw your own: nothing changes")
    public DoneBody decline(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(
                id,
                no,
                (one, who) -> new TravellerCommand.DeclineProposal(one, who, n, body.reason()));
    }

    @POST
    @Path("clearances/{name}")
    @Tag(name = ApiTags.CLEARANCES)
    @Operation(
            summary = "Record a clearance as done",
            description = "To hold instead, propose a hold that names the clearance.")
    public DoneBody clear(@RestPath UUID id, @RestPath int no, @RestPath String name) {
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.CompleteClearance(one, who, name));
    }

    @POST
    @Path("holds/{n: " + Patterns.NUMBER + "}/release")
    @Tag(name = ApiTags.CLEARANCES)
    @Operation(summary = "End a hold, as its owner")
    public DoneBody release(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.ReleaseHold(one, who, n, body.reason()));
    }

    @POST
    @Path("authorisation")
    @Tag(name = ApiTags.AUTHORISATION)
    @Operation(summary = "Issue the travel authorisation, once all clearances are done")
    public DoneBody authorise(@RestPath UUID id, @RestPath int no) {
        return clerk.send(id, no, TravellerCommand.Authorise::new);
    }

    @POST
    @Path("crossings")
    @Tag(name = ApiTags.CROSSING)
    @Operation(summary = "Record your part of a crossing, at a border post")
    public DoneBody cross(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Crossing body) {
        return clerk.send(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.RecordCrossing(
                                one,
                                who,
                                WireNames.read(CrossingDirection.class, body.direction())));
    }

    @POST
    @Path("stop")
    @Tag(name = ApiTags.CROSSING)
    @Operation(summary = "Stop: the paper could not be verified; take over as a named officer")
    public DoneBody stop(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.StopAtBorder(one, who, body.reason()));
    }

    @POST
    @Path("stop/lift")
    @Tag(name = ApiTags.CROSSING)
    @Operation(summary = "Lift a stop: the problem with the paper is settled")
    public DoneBody lift(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(
                id, no, (one, who) -> new TravellerCommand.LiftStop(one, who, body.reason()));
    }
}
