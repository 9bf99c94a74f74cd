package exeat.api;

import exeat.desk.Office;
import exeat.oversight.Figure;
import exeat.oversight.Situation;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.web.Directives;
import exeat.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a directive is, what it says of some facts, and how matters stand under it. */
@Singleton
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class DirectiveApi {

    private final Office office;
    private final Caller caller;

    DirectiveApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** A paragraph, and the rules that cite it. */
    public record Passage(String number, String gist, List<String> rules) {}

    /** A directive. */
    public record DirectiveJson(
            String id,
            String version,
            String hash,
            String title,
            LocalDate date,
            List<String> marks,
            List<Passage> paragraphs,
            List<String> facts) {
        static DirectiveJson of(Directive directive) {
            var record = directive.record();
            return new DirectiveJson(
                    directive.ref().id(),
                    directive.ref().version(),
                    directive.ref().hash(),
                    record.title(),
                    record.date(),
                    record.marks().stream().map(mark -> mark.sign() + " " + mark.place()).toList(),
                    record.paragraphs().stream()
                            .map(p -> passage(directive, p.number(), p.gist()))
                            .toList(),
                    directive.vocabulary().facts().stream().map(f -> f.name().text()).toList());
        }

        private static Passage passage(Directive directive, String number, String gist) {
            return new Passage(
                    number,
                    gist,
                    directive.rules().stream()
                            .filter(rule -> rule.paragraph().equals(java.util.Optional.of(number)))
                            .map(rule -> rule.decision() + "/" + rule.id())
                            .toList());
        }
    }

    /** Facts to decide on, by the vocabulary's names; what is left out is unknown. */
    public record Question(Map<String, String> facts) {}

    /** The figures of an authority and everything below it; few are shown as {@code <5}. */
    public record Report(
            String authority,
            LocalDate day,
            Map<String, String> total,
            Map<String, Map<String, String>> units) {
        static Report of(Situation situation) {
            var total = new LinkedHashMap<String, String>();
            for (var figure : Figure.values()) {
                total.put(figure.name(), situation.total(figure).text());
            }
            var units = new LinkedHashMap<String, Map<String, String>>();
            situation
                    .units()
                    .forEach((unit, figures) -> {
                        var row = new LinkedHashMap<String, String>();
                        figures.forEach((figure, n) -> row.put(figure.name(), n.text()));
                        units.put(unit.text(), row);
                    });
            return new Report(situation.authority().text(), situation.day(), total, units);
        }
    }

    @GET
    @Path("directives")
    @Operation(summary = "The directive in force, and every one stored")
    public List<DirectiveJson> directives() {
        return office.register().directives().stream()
                .map(office.register()::directive)
                .map(DirectiveJson::of)
                .toList();
    }

    @GET
    @Path("directives/{id}")
    @Operation(summary = "The newest version of a directive")
    public DirectiveJson directive(String id) {
        return office.register()
                .directive(id)
                .map(DirectiveJson::of)
                .orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("decide")
    @Operation(summary = "What the directive says of these facts; nothing is stored")
    public Response decide(Question question) {
        var directive = Directives.current(office);
        if (question.facts() == null) {
            return Problem.fields(List.of(new Problem.FieldError("facts", "The value is missing.")))
                    .response();
        }
        var facts = Wire.facts(question.facts(), "facts.", directive);
        return Response.ok(CaseJson.Found.of(directive.decide(facts))).build();
    }

    @GET
    @Path("reports/{authority}")
    @Operation(summary = "The situation of an authority and everything below it")
    public Report report(String authority) {
        if (!authority.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new NotFoundException();
        }
        return Report.of(
                office.reports()
                        .situation(caller.session(), new AuthorityId(authority))
                        .situation());
    }
}
