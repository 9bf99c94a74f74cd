package exeat.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.directive.FindingBody;
import exeat.casework.command.Actor;
import exeat.casework.command.IssueCommand;
import exeat.casework.state.IssueState;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.Office;
import exeat.desk.report.Issues;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.rules.Directive;
import exeat.rules.document.Citation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Issues that officers raise about a paragraph; each goes up level by level until it is answered.
 */
@Singleton
@Path("/api/v1/issues")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.REPORT)
public final class IssuesApi {

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    IssuesApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @Schema(name = "Issue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssueBody(
            UUID id,
            FindingBody.Ref directive,
            String paragraph,
            String text,
            boolean erased,
            String raisedBy,
            String holder,
            Instant raised,
            List<String> remarks,
            boolean byTraveller,
            List<Level> levels,
            @Nullable LocalDate due,
            @Nullable String answer,
            @Nullable Integer clarification) {
        static IssueBody of(IssueState i, Directive directive, boolean whole) {
            return new IssueBody(
                    i.id().value(),
                    FindingBody.Ref.of(i.directive()),
                    i.paragraph(),
                    i.text(),
                    i.isErased(),
                    i.raisedBy().text(),
                    i.holder().text(),
                    i.raised(),
                    whole ? i.remarks() : List.of(),
                    i.road().filter(IssueState.IssuePath::byTraveller).isPresent(),
                    i.road().stream().flatMap(r -> r.levels().stream()).map(Level::of).toList(),
                    Issues.due(i, directive).orElse(null),
                    i.answer().orElse(null),
                    i.road().flatMap(IssueState.IssuePath::clarification).orElse(null));
        }
    }

    /** A level that had the issue; {@code late} if it missed its deadline. */
    @Schema(name = "IssueLevel")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Level(String unit, Instant since, @Nullable LocalDate due, boolean late) {
        static Level of(IssueState.IssueLevel level) {
            return new Level(
                    level.unit().text(), level.since(), level.due().orElse(null), level.late());
        }
    }

    @Schema(name = "IssueFiled")
    record Raised(UUID id, DoneBody done) {}

    @Schema(name = "RaisedIssue")
    record ToRaise(
            @NotNull @Size(max = Citation.MAX_LENGTH) @Schema(examples = "2.1") String paragraph,
            @NotNull @Size(max = Patterns.MAX_REASON) String text) {}

    @Schema(name = "Remark")
    record Remark(@NotNull @Size(max = Patterns.MAX_REASON) String remark) {}

    @Schema(name = "IssueAnswer")
    record IssueAnswer(
            @NotNull @Size(max = Patterns.MAX_REASON) String answer,
            @Nullable @Size(max = 100) List<@NotNull @Size(max = 200) String> rules) {
        /** The ids of the rules changed by the issuer's answer. */
        Set<String> changes() {
            return rules == null ? Set.of() : Set.copyOf(rules);
        }
    }

    @GET
    @Operation(
            summary = "Issues that your unit raised or has to answer; or a traveller's own issues",
            description =
                    "A traveller sees only their own issues, without the remarks between levels."
                            + " No officer sees who raised an issue. erased: the text was erased"
                            + " with the case of the person who raised it.")
    public List<IssueBody> list() {
        var session = caller.session();
        var issues =
                session.actor() instanceof Actor.Party
                        ? office.issues().own(session)
                        : office.issues().of(session, officer().unit());
        boolean whole = session.actor() instanceof Actor.Officer;
        return issues.stream()
                .map(i -> IssueBody.of(i, office.register().directive(i.directive()), whole))
                .toList();
    }

    @POST
    @RequiresIdempotencyKey
    @ResponseStatus(201)
    @Operation(
            summary = "Raise an issue against a paragraph",
            description =
                    "An officer's issue goes to the unit above, a traveller's to the unit that"
                            + " handles their case. Each level has a deadline.")
    public Raised raise(@NotNull @Valid ToRaise body) {
        if (caller.session().actor() instanceof Actor.Party) {
            return raiseOwn(body);
        }
        officer();
        var id = office.issues().idOf(caller.session(), caller.key());
        var done = clerk.send(new IssueCommand.RaiseIssue(id, body.paragraph(), body.text()));
        return new Raised(id.value(), done);
    }

    private Raised raiseOwn(ToRaise body) {
        var id = office.issues().idOf(caller.session(), caller.key());
        var reply =
                office.issues()
                        .raise(caller.session(), caller.key(), id, body.paragraph(), body.text());
        return new Raised(id.value(), DoneBody.of(CommandGateway.done(reply)));
    }

    private Actor.Officer officer() {
        if (caller.session().actor() instanceof Actor.Officer officer) {
            return officer;
        }
        throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{id}/pass-up")
    @Operation(summary = "Pass an issue up one level")
    public DoneBody passUp(@RestPath UUID id, @NotNull @Valid Remark body) {
        return clerk.send(new IssueCommand.EscalateIssue(new IssueId(id), body.remark()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{id}/answer")
    @Operation(
            summary = "Answer an issue; the issuer's answer is a clarification for everyone",
            description =
                    "changes: the ids of the rules that the issuer's answer changes. If there are"
                            + " any, the answer is a proposal and is published once a second"
                            + " officer of the issuer agrees (.../changes/{n}/second).")
    public DoneBody answer(@RestPath UUID id, @NotNull @Valid IssueAnswer body) {
        var reply =
                office.issues()
                        .answer(
                                caller.session(),
                                caller.key(),
                                new IssueId(id),
                                body.answer(),
                                body.changes());
        return DoneBody.of(CommandGateway.done(reply));
    }
}
