package exeat.api.application;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Direction;

import exeat.api.Clerk;
import exeat.api.DoneBody;
import exeat.api.Keyed;
import exeat.api.Patterns;
import exeat.api.SignedIn;
import exeat.api.Spelling;
import exeat.api.Steps;
import exeat.api.directive.FactsBody;

import exeat.casework.value.Act;
import exeat.casework.command.Command;
import exeat.casework.value.StreamId.CaseId;
import exeat.rules.fact.FactName;
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

/** What officers do for one traveller, from the decision to the crossing. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}")
@RunOnVirtualThread
@SignedIn
@Keyed
public final class OfficersApi {

    private final Clerk clerk;

    OfficersApi(Clerk clerk) {
        this.clerk = clerk;
    }

    @POST
    @Path("approval")
    @Tag(name = Steps.DECISION)
    @Operation(summary = "Approve what the rules referred to a person")
    public DoneBody approve(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid Bodies.Reason body) {
        return clerk.give(
                id, no, (one, who) -> new TravellerCommand.ApproveReferred(one, who, body.reason()));
    }

    @POST
    @Path("proposals")
    @Tag(name = Steps.DECISION)
    @Operation(
            summary = "Propose, as the first of two officers",
            description =
                    "To refuse what was referred, to set aside, to hold, to extend a hold, to revoke,"
                            + " or to correct a fact. Nothing happens until another officer seconds.")
    public DoneBody propose(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid Bodies.Proposal body) {
        var act = act(new CaseId(id), body.act());
        return clerk.give(id, no, (one, who) -> new TravellerCommand.Propose(one, who, act, body.reason()));
    }

    private Act act(CaseId id, ActBody body) {
        return switch (body) {
            case ActBody.Refuse _ -> new Act.Refuse();
            case ActBody.SetAside(var ground) -> new Act.SetAside(ground);
            case ActBody.PlaceHold(
                            var ground,
                            var evidence,
                            var limit,
                            var clearance,
                            var whatIsNew) ->
                    new Act.PlaceHold(
                            ground.read(),
                            evidence,
                            limit,
                            Optional.ofNullable(clearance),
                            Optional.ofNullable(whatIsNew));
            case ActBody.ExtendHold(var hold, var evidence, var limit) ->
                    new Act.ExtendHold(hold, evidence, limit);
            case ActBody.Revoke(var ground, var evidence) ->
                    new Act.Revoke(ground.read(), evidence);
            case ActBody.CorrectFact(var fact, var value, var evidence) ->
                    new Act.CorrectFact(
                            new FactName(fact),
                            FactsBody.readOne(clerk.directive(id), fact, value, "act.value"),
                            evidence);
        };
    }

    @POST
    @Path("proposals/{n: " + Patterns.NUMBER + "}/second")
    @Tag(name = Steps.DECISION)
    @Operation(summary = "Agree, as the second of two officers: the act happens")
    public DoneBody second(@RestPath UUID id, @RestPath int no, @RestPath int n) {
        return clerk.give(id, no, (one, who) -> new TravellerCommand.Second(one, who, n));
    }

    @POST
    @Path("proposals/{n: " + Patterns.NUMBER + "}/decline")
    @Tag(name = Steps.DECISION)
    @Operation(summary = "Disagree, or take one's own proposal back: nothing happens")
    public DoneBody decline(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid Bodies.Reason body) {
        return clerk.give(id, no, (one, who) -> new TravellerCommand.Decline(one, who, n, body.reason()));
    }

    @POST
    @Path("clearances/{name}")
    @Tag(name = Steps.CLEARANCES)
    @Operation(
            summary = "Answer a clearance: done",
            description = "Held is a proposal of a hold that names the clearance.")
    public DoneBody clear(@RestPath UUID id, @RestPath int no, @RestPath String name) {
        return clerk.give(id, no, (one, who) -> new TravellerCommand.Clear(one, who, name));
    }

    @POST
    @Path("holds/{n: " + Patterns.NUMBER + "}/release")
    @Tag(name = Steps.CLEARANCES)
    @Operation(summary = "End a hold, as its owner")
    public DoneBody release(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid Bodies.Reason body) {
        return clerk.give(
                id, no, (one, who) -> new TravellerCommand.ReleaseHold(one, who, n, body.reason()));
    }

    @POST
    @Path("authorisation")
    @Tag(name = Steps.AUTHORISATION)
    @Operation(summary = "Issue the travel authorisation, once everything is cleared")
    public DoneBody authorise(@RestPath UUID id, @RestPath int no) {
        return clerk.give(id, no, TravellerCommand.Authorise::new);
    }

    @POST
    @Path("crossings")
    @Tag(name = Steps.CROSSING)
    @Operation(summary = "Record one's part of a crossing, at a border post")
    public DoneBody cross(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid Bodies.Crossing body) {
        return clerk.give(
                id,
                no,
                (one, who) ->
                        new TravellerCommand.RecordCrossing(
                                one,
                                who,
                                Spelling.read(Direction.class, body.direction())));
    }

    @POST
    @Path("stop")
    @Tag(name = Steps.CROSSING)
    @Operation(summary = "This paper fails: take the traveller over, as a named officer")
    public DoneBody stop(@RestPath UUID id, @RestPath int no, @NotNull @Valid Bodies.Reason body) {
        return clerk.give(id, no, (one, who) -> new TravellerCommand.StopAtBorder(one, who, body.reason()));
    }

    @POST
    @Path("stop/lift")
    @Tag(name = Steps.CROSSING)
    @Operation(summary = "What was wrong with the paper is settled")
    public DoneBody lift(@RestPath UUID id, @RestPath int no, @NotNull @Valid Bodies.Reason body) {
        return clerk.give(id, no, (one, who) -> new TravellerCommand.LiftStop(one, who, body.reason()));
    }
}
