package exeat.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.TravellerNo;
import exeat.casework.value.UnitChange;
import exeat.desk.inspect.AuditName;
import exeat.desk.inspect.AuditedField;
import exeat.desk.inspect.AuditedField.LabelPart;
import exeat.desk.inspect.AuditedField.ToldValue;
import exeat.desk.inspect.InspectedCase;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import exeat.web.component.LocalizedText;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.UnitNames;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file by name is in the reader's words. */
class AuditStoryTest {

    private static final TravellerNo CHILD = new TravellerNo(2);
    private static final AuthorityId UNIT = new AuthorityId("jl-yanji-fa");
    private static final AuthorityId INTO = new AuthorityId("jl-tumen-fa");

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

    private static InspectedCase.Step handedOver() {
        return new InspectedCase.Step(
                2,
                "handed-over",
                Instant.parse("1970-03-01T00:00:00Z"),
                new AuditName(AuditName.Kind.CLOCK, ""),
                "jl-yanji-fa",
                List.of(
                        field("from", new ToldValue.ToldUnit(UNIT)),
                        field("to", new ToldValue.ToldUnit(INTO))),
                "0",
                Optional.empty());
    }

    /** Each unit is called by its id and the day on which it was called so; one was merged. */
    private static UnitNames register() {
        return new UnitNames() {
            @Override
            public Optional<String> name(
                    Directive directive,
                    AuthorityId unit,
                    Optional<LocalDate> day,
                    String language) {
                return Optional.of(unit + " " + day.map(LocalDate::toString).orElse("today"));
            }

            @Override
            public Optional<UnitChange> ending(AuthorityId unit) {
                return Optional.<UnitChange>of(
                                new UnitChange.Merged(UNIT, INTO, LocalDate.of(1970, 3, 1)))
                        .filter(one -> one.unit().equals(unit));
            }
        };
    }

    @Test
    void every_form_of_a_file_has_the_names_of_the_day_of_each_step() {
        var officer = new AuditName(AuditName.Kind.OWN_OFFICER, "jl-yanji-fa-eaefac35");
        var steps = List.of(step(officer, "jl"), handedOver());
        var file =
                new InspectedCase(
                        new AuditName(AuditName.Kind.FILE, "1"),
                        false,
                        directive().ref(),
                        Optional.empty(),
                        steps);
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang).with(register());
            var story =
                    new AuditStory(
                            new AuditTexts(PackTexts.forOfficers(directive(), words), words));
            var shown = story.story(file) + " " + steps.stream().map(story::record).toList() + " ";
            for (var form : List.of(shown, story.sheet(file, "A file").toString())) {
                assertThat(form)
                        .as(lang)
                        .contains(
                                "jl-yanji-fa 1970-01-01",
                                "jl 1970-01-01",
                                "jl-yanji-fa 1970-03-01",
                                "jl-tumen-fa 1970-03-01",
                                words.say(
                                        "event.HandedOver.merged",
                                        "jl-yanji-fa 1970-03-01",
                                        "jl-tumen-fa 1970-03-01",
                                        words.day(LocalDate.of(1970, 3, 1))))
                        .doesNotContain("today");
            }
        }
    }
}
