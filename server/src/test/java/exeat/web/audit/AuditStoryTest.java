package exeat.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.TravellerNo;
import exeat.desk.inspect.AuditName;
import exeat.desk.inspect.AuditedField;
import exeat.desk.inspect.AuditedField.LabelPart;
import exeat.desk.inspect.AuditedField.ToldValue;
import exeat.desk.inspect.InspectedCase;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import exeat.web.component.LocalizedText;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file by name is in the reader's words. */
class AuditStoryTest {

    private static final TravellerNo CHILD = new TravellerNo(2);

    private static Directive directive() {
        try {
            var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
            return Pack.read(Path.of(root, "directives", "prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static AuditedField field(String name, ToldValue told) {
        return new AuditedField(List.of(new LabelPart.FieldName(name, name)), List.of(told));
    }

    private static InspectedCase.Step step(AuditName by, String unit) {
        return new InspectedCase.Step(
                1,
                "safeguard-met",
                Instant.EPOCH,
                by,
                unit,
                List.of(
                        field(
                                "traveller",
                                new ToldValue.ToldPerson(
                                        CHILD, new AuditName(AuditName.Kind.OWN_PERSON, "2"))),
                        field("safeguard", new ToldValue.ToldKind("consent")),
                        field(
                                "guardian",
                                new ToldValue.ToldGuardian(
                                        0, "", Optional.of(TravellerNo.PRINCIPAL))),
                        field("evidence", new ToldValue.PersonsSecret()),
                        field("ground", new ToldValue.NotShown())),
                "0",
                Optional.empty());
    }

    private static AuditTexts texts(String lang) {
        var words = PageTexts.of(lang);
        return new AuditTexts(PackTexts.forOfficers(directive(), words), words);
    }

    @Test
    void officers_people_and_guardians_are_in_words() {
        var texts = texts("en");
        var officer = new AuditName(AuditName.Kind.OWN_OFFICER, "jl-yanji-fa-eaefac35");
        var principal = new AuditName(AuditName.Kind.OWN_PERSON, "0");
        assertThat(texts.by(step(officer, "jl-yanji-fa")))
                .startsWith("Officer eaefac35 of ")
                .doesNotContain("jl-yanji-fa", ", ");
        assertThat(texts.by(step(officer, "jl"))).startsWith("Officer eaefac35 of ").contains(", ");
        assertThat(texts.by(step(principal, ""))).isEqualTo("The person who applied");
        assertThat(new AuditStory(texts).record(step(principal, "")).rows())
                .flatExtracting(SummaryRow::values)
                .contains(
                        LocalizedText.here("Traveller 2"),
                        LocalizedText.here("The person who applied"),
                        LocalizedText.here("Agreed with their own secret"),
                        LocalizedText.here("Not shown"));
    }

    @Test
    void the_story_says_whom_a_step_concerns_and_of_which_kind_it_is() {
        var step = step(new AuditName(AuditName.Kind.OWN_PERSON, "0"), "");
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var texts = texts(lang);
            var words = texts.words();
            assertThat(new AuditStory(texts).detail(step))
                    .isEqualTo(
                            String.join(
                                    AuditTexts.DOT,
                                    words.say("audit.principal"),
                                    words.say(
                                            "audit.said",
                                            words.say("audit.field.traveller"),
                                            words.say("apply.traveller", 2)),
                                    words.say("audit.kind.consent")));
        }
    }
}
