package exeat.api.directive;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.ApiTags;
import exeat.api.Patterns;
import exeat.desk.Office;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.rules.Directive;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The register of directives. It is public, and so is deciding facts: people who wonder whether to
 * apply must be able to ask anonymously.
 */
@Singleton
@Path("/api/v1/directives")
@RunOnVirtualThread
@Tag(name = ApiTags.DIRECTIVE)
public final class DirectivesApi {

    private static final String ID = "{directive: " + Patterns.UNIT + "}";

    private final Office office;

    DirectivesApi(Office office) {
        this.office = office;
    }

    /** {@code records} are the ids of everything in the register, imported texts too. */
    @Schema(name = "Directives")
    record ListOf(List<FindingBody.Ref> versions, List<String> records) {}

    @Schema(name = "FactsToDecide")
    record ToDecide(@NotNull @Schema(ref = "Facts") Map<String, JsonNode> facts) {}

    @GET
    @Operation(summary = "All versions of all directives, newest first")
    public ListOf list() {
        return new ListOf(
                office.register().directives().stream().map(FindingBody.Ref::of).toList(),
                office.register().records());
    }

    @GET
    @Path(ID)
    @Operation(summary = "A directive: its record and marks, its vocabulary, its rules")
    public DirectiveBody find(@RestPath String directive) {
        return office.register()
                .directive(directive)
                .map(DirectiveBody::of)
                .or(() ->
                        office.register()
                                .record(directive)
                                .map(imported -> DirectiveBody.of(directive, imported)))
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }

    @GET
    @Path(ID + "/proof")
    @Operation(
            summary =
                    "What has been proved about a directive's newest version, and for whom a"
                            + " proof fails",
            description =
                    "The people in it are made up. The first call for a version may take seconds.")
    public ProofBody proof(@RestPath String directive) {
        return ProofBody.of(office.register().proofs(newest(directive)));
    }

    @POST
    @Path(ID + "/decide")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Decide facts under a directive",
            description = "Nothing is stored, and no identity is needed.")
    public FindingBody decide(@RestPath String directive, @NotNull @Valid ToDecide body) {
        var found = newest(directive);
        return FindingBody.of(found.decide(FactsBody.readAll(found, body.facts(), "facts.")));
    }

    private Directive newest(String id) {
        return office.register()
                .directive(id)
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }
}
