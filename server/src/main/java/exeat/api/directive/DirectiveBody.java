package exeat.api.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.WireNames;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.RuleView;
import exeat.rules.fact.FactDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A directive: its archival record, its text, and its rules.
 *
 * @param vocabulary empty for an imported text that is not a pack, as is {@code rules}
 */
@Schema(name = "Directive")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DirectiveBody(
        String id,
        @Nullable String version,
        @Nullable String hash,
        RecordOf record,
        @Nullable VocabularyOf vocabulary,
        @Nullable List<Rule> rules) {

    /** {@code content} has the paragraphs and marks in text order. */
    @Schema(name = "Record")
    record RecordOf(
            String title,
            LocalDate date,
            String issuer,
            List<String> addressees,
            String citation,
            String summary,
            String credits,
            String originalLanguage,
            List<Passage> content,
            List<String> editorial) {
        static RecordOf of(DirectiveRecord r) {
            return new RecordOf(
                    r.title(),
                    r.date(),
                    r.issuer(),
                    r.addressees(),
                    r.citation(),
                    r.summary(),
                    r.credits(),
                    r.originalLanguage(),
                    r.content().stream().map(Passage::of).toList(),
                    r.editorial());
        }
    }

    /** A paragraph with its number, or an unexplained mark with its sign and place. */
    @Schema(name = "Passage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Passage(
            @Schema(enumeration = {"paragraph", "mark"}) String type,
            @Nullable String number,
            @Nullable String gist,
            @Nullable Boolean binding,
            @Nullable String sign,
            @Nullable String place) {
        static Passage of(DirectiveRecord.Passage passage) {
            return switch (passage) {
                case DirectiveRecord.Text(var p) ->
                        new Passage("paragraph", p.number(), p.gist(), p.binding(), null, null);
                case DirectiveRecord.Mark(var sign, var place) ->
                        new Passage("mark", null, null, null, sign, place);
            };
        }
    }

    @Schema(name = "Vocabulary")
    record VocabularyOf(String zone, List<Fact> facts) {}

    /** {@code source} says whether the traveller declares it or the application shows it. */
    @Schema(name = "FactDefinition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            String name,
            String label,
            String type,
            List<String> values,
            boolean optional,
            boolean isProtected,
            String source,
            String use,
            @Nullable String evidence) {
        static Fact of(FactDefinition f, Directive directive) {
            return new Fact(
                    f.name().text(),
                    directive.messages().text(Locale.ENGLISH, "fact." + f.name().slug() + ".label"),
                    WireNames.of(f.type()),
                    f.values(),
                    f.optional(),
                    f.isProtected(),
                    WireNames.of(f.source()),
                    WireNames.of(f.use()),
                    f.evidence().orElse(null));
        }
    }

    /** A row of a decision table, as written; {@code assumed} if the text does not mention it. */
    @Schema(name = "Rule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String decision,
            String id,
            Map<String, String> conditions,
            Map<String, String> outputs,
            @Nullable String paragraph,
            boolean assumed) {
        static Rule of(RuleView r) {
            return new Rule(
                    r.decision(),
                    r.id(),
                    r.conditions(),
                    r.outputs(),
                    r.paragraph().orElse(null),
                    r.assumed());
        }
    }

    static DirectiveBody of(Directive d) {
        var facts = d.vocabulary().facts().stream().map(fact -> Fact.of(fact, d)).toList();
        return new DirectiveBody(
                d.ref().id(),
                d.ref().version(),
                d.ref().hash(),
                RecordOf.of(d.record()),
                new VocabularyOf(d.vocabulary().zone().getId(), facts),
                d.rules().stream().map(Rule::of).toList());
    }

    static DirectiveBody of(String id, DirectiveRecord imported) {
        return new DirectiveBody(id, null, null, RecordOf.of(imported), null, null);
    }
}
