package exeat.api.directive;

import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.casework.command.BriefingCommand;
import exeat.casework.state.Enactment;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.http.Problem;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The issuer's actions on a directive, before and after it is in force. */
@Singleton
@Path("/api/v1/directives")
@RunOnVirtualThread
public final class EnactingApi {

    private static final String ID = "{directive: " + Patterns.UNIT + "}";
    private static final String VERSION = ID + "/versions/{version: [0-9a-f]{64}}";

    private final Office office;
    private final CommandGateway clerk;
    private final Caller caller;

    EnactingApi(Office office, CommandGateway clerk, Caller caller) {
        this.caller = caller;
        this.office = office;
        this.clerk = clerk;
    }

    @GET
    @Path(VERSION)
    @Tag(name = ApiTags.DIRECTIVE)
    @Operation(
            summary = "Whether a version can be put in force: proofs, witnesses, signatures",
            description = "The first time, the proofs take some seconds.")
    public EnactingBodies.Gate gate(@RestPath String directive, @RestPath String version) {
        var found = found(directive, version);
        var register = office.register();
        var report = register.proofs(found);
        var signatures = register.signatures(directive);
        var pairs =
                RulePair.of(found).stream()
                        .map(pair -> EnactingBodies.Pair.of(pair, signatures))
                        .toList();
        return new EnactingBodies.Gate(
                FindingBody.Ref.of(found.ref()),
                WireNames.of(register.standing(found)),
                register.directive(directive)
                        .map(Directive::ref)
                        .filter(ref -> isPutInForce(directive, ref))
                        .map(FindingBody.Ref::of)
                        .orElse(null),
                report.proved(),
                report.conditions(),
                pairs.stream().allMatch(p -> p.signatures().size() >= Enactment.SIGNATURES),
                found.parsed().isPinned(),
                isAboveInForce(found),
                EnactingBodies.ProofOf.all(report),
                pairs);
    }

    private boolean isAboveInForce(Directive version) {
        var inForce = office.register().layers().above(version).inForce();
        for (var at = version.parent(); at.isPresent(); at = at.get().parent()) {
            if (!inForce.contains(at.get().ref())) {
                return false;
            }
        }
        return true;
    }

    private boolean isPutInForce(String directive, DirectiveRef ref) {
        return office.register().tenure(directive).versions().stream()
                .anyMatch(version -> version.ref().equals(ref));
    }

    @POST
    @RequiresIdempotencyKey
    @RequiresSession
    @Path(VERSION + "/signatures")
    @Tag(name = ApiTags.BRIEFING)
    @Operation(summary = "Sign, as a lawyer of the issuer, that rules match their paragraphs")
    public DoneBody sign(
            @RestPath String directive,
            @RestPath String version,
            @NotNull @Valid EnactingBodies.Signing body) {
        found(directive, version);
        var id = new BriefingId(directive);
        return clerk.send(new BriefingCommand.SignRules(id, version, new HashSet<>(body.pairs())));
    }

    @POST
    @RequiresIdempotencyKey
    @RequiresSession
    @Path(ID + "/changes")
    @Tag(name = ApiTags.BRIEFING)
    @Operation(
            summary =
                    "Propose to suspend, resume or repeal the directive, as an officer of the"
                            + " issuer")
    public DoneBody propose(
            @RestPath String directive, @NotNull @Valid EnactingBodies.ToChange body) {
        var change =
                body.read()
                        .orElseThrow(() ->
                                Problem.field(
                                                body.change().equals("close unit")
                                                        ? "unit"
                                                        : "from",
                                                "is missing")
                                        .thrown());
        var id = new BriefingId(directive);
        return clerk.send(new BriefingCommand.ProposeChange(id, change, body.reason()));
    }

    @POST
    @RequiresIdempotencyKey
    @RequiresSession
    @Path(ID + "/changes/{n: " + Patterns.NUMBER + "}/second")
    @Tag(name = ApiTags.BRIEFING)
    @Operation(summary = "Agree, as a second officer of the issuer: the change takes effect")
    public DoneBody second(@RestPath String directive, @RestPath int n) {
        var second = new BriefingCommand.SecondChange(new BriefingId(directive), n);
        var reply = office.issues().confirmChange(caller.session(), caller.key(), second);
        return DoneBody.of(CommandGateway.done(reply));
    }

    private Directive found(String directive, String version) {
        return office.register()
                .version(directive, version)
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }
}
