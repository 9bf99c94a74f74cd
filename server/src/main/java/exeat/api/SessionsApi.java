package exeat.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.rules.authority.AuthorityId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in: a bearer token for an officer, for a person of an application, or for a new applicant.
 */
@Singleton
@Path("/api/v1/sessions")
@RunOnVirtualThread
@Tag(name = ApiTags.DOOR)
public final class SessionsApi {

    private final Office office;
    private final Caller caller;

    SessionsApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /**
     * {@code application} and {@code traveller} are set for a party, {@code unit} for an officer;
     * {@code directive} for both and for an auditor.
     */
    @Schema(name = "Session")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            @Schema(description = "Secret. Send it as Authorization: Bearer.") String token,
            String type,
            Instant expires,
            @Nullable UUID application,
            @Nullable Integer traveller,
            @Nullable String unit,
            @Nullable String function,
            @Nullable Boolean briefed,
            @Schema(description = "The directive under which the session acts.")
                    @Nullable String directive) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Sign in",
            description =
                    "All failures look alike. After ten failures from one network address for one"
                            + " login or number within a quarter of an hour, further attempts from"
                            + " there are rejected for a while.")
    public Opened open(@NotNull @Valid SessionBody body) {
        var session =
                switch (body) {
                    case SessionBody.OfOfficer(var login, var password, var code) ->
                            office.authentication()
                                    .signInOfficer(
                                            login,
                                            password,
                                            code == null ? "" : code,
                                            caller.origin());
                    case SessionBody.OfParty(var number, var secret) ->
                            office.authentication()
                                    .signInTraveller(number, secret, caller.origin());
                    case SessionBody.OfStranger _ -> {
                        caller.begin();
                        yield Optional.of(office.authentication().anonymousSession());
                    }
                };
        return opened(session.orElseThrow(() -> ProblemMapper.thrown(ProblemCode.SIGN_IN_FAILED)));
    }

    private static Opened opened(Session s) {
        return switch (s.actor()) {
            case Actor.Officer(_, var unit, var function, var briefed, _, _) ->
                    new Opened(
                            s.token(),
                            "officer",
                            s.expires(),
                            null,
                            null,
                            unit.text(),
                            function.word(),
                            briefed,
                            s.directive());
            case Actor.Party(var id, var no) ->
                    new Opened(
                            s.token(),
                            "party",
                            s.expires(),
                            id.value(),
                            no.number(),
                            null,
                            null,
                            null,
                            s.directive());
            case Actor.Auditor(_, var unit) ->
                    new Opened(
                            s.token(),
                            "auditor",
                            s.expires(),
                            null,
                            null,
                            unit.text(),
                            null,
                            null,
                            s.directive());
            // Administrators have pages, and nothing here.
            case Actor.Administrator _ -> throw ProblemMapper.thrown(ProblemCode.SIGN_IN_FAILED);
            case Actor.Stranger _ ->
                    new Opened(
                            s.token(), "stranger", s.expires(), null, null, null, null, null, null);
            case Actor.Clock _ -> throw ProblemMapper.thrown(ProblemCode.SIGN_IN_FAILED);
        };
    }

    /** The officer for whom the session acts; empty if for oneself. */
    @Schema(name = "ActingFor")
    record ActingFor(
            @Nullable @Pattern(regexp = Patterns.OFFICER) @Size(max = Patterns.MAX_NAME)
                    String officer) {}

    /** The unit for which the session acts now. */
    @Schema(name = "Acting")
    record Acting(String unit) {}

    @POST
    @RequiresIdempotencyKey
    @RequiresSession
    @Path("acting")
    @Operation(summary = "Act for an officer as their stand-in, or for yourself again")
    public Acting act(@NotNull @Valid ActingFor body) {
        var whom = Optional.ofNullable(body.officer()).map(OfficerId::new);
        if (!office.authentication().actFor(caller.session(), whom)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
        }
        return acting();
    }

    /** The directive under which the session is to act. */
    @Schema(name = "ActingUnder")
    record ActingUnder(
            @NotNull @Pattern(regexp = Patterns.DIRECTIVE) @Size(max = Patterns.MAX_NAME)
                    String directive) {}

    @POST
    @RequiresIdempotencyKey
    @RequiresSession
    @Path("mandate")
    @Operation(
            summary = "Act under another directive, by a mandate under it",
            description = "Ends standing in for somebody.")
    public Acting actUnder(@NotNull @Valid ActingUnder body) {
        if (!office.authentication().mandates().actUnder(caller.session(), body.directive())) {
            throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
        }
        return acting();
    }

    private Acting acting() {
        return office.authentication().resume(caller.session().token()).map(Session::actor).stream()
                .<AuthorityId>flatMap(actor ->
                        switch (actor) {
                            case Actor.Officer officer -> Stream.of(officer.unit());
                            case Actor.Auditor auditor -> Stream.of(auditor.unit());
                            case Actor.Administrator _,
                                    Actor.Party _,
                                    Actor.Stranger _,
                                    Actor.Clock _ ->
                                    Stream.empty();
                        })
                .map(unit -> new Acting(unit.text()))
                .findFirst()
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.SIGN_IN_FIRST));
    }

    /** When the session began, when it was last used, and when it ends at the latest. */
    @Schema(name = "OwnSession")
    record Own(Instant since, Instant seen, Instant expires, boolean here) {}

    @GET
    @RequiresSession
    @Operation(
            summary = "Where you are signed in",
            description = "Lists this session first. Last use is recorded to the minute.")
    public List<Own> own() {
        return office.authentication().sessions(caller.session()).stream()
                .map(one -> new Own(one.since(), one.seen(), one.expires(), one.here()))
                .toList();
    }

    @DELETE
    @RequiresSession
    @Path("others")
    @Operation(summary = "Sign out everywhere else")
    public void leaveOthers() {
        office.authentication().signOutOthers(caller.session());
    }

    @DELETE
    @RequiresSession
    @Operation(summary = "Sign out")
    public void leave() {
        office.authentication().signOut(caller.session());
    }
}
