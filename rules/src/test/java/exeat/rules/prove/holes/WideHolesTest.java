package exeat.rules.prove.holes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What takes from people without a rule, by the smallest packs that once passed as proved: below
 * {@code holes/wide}, each as it says but for one thing. As {@link HolesTest}.
 */
class WideHolesTest {

    private static ProofReport report(String hole) throws PackException {
        return Prover.of(Pack.parse(HolesTest.folder("wide").resolve(hole)));
    }

    @Test
    void the_packs_themselves_are_proved_without_conditions() throws PackException {
        for (var sound : new String[] {"", "same"}) {
            var report = report(sound);
            assertThat(report.proved()).as("%s", report.proofs()).isTrue();
            assertThat(report.conditions()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    evidence-alone | Everybody can be asked for the document oath, because it is the evidence \
                    of school; under wide it is the evidence of no fact.
                    evidence-of-a-rule | Everybody can be asked for the document oath, because it is the \
                    evidence of school; under wide it is the evidence of no fact.
                    asked-to-identify | Everybody can be asked for school (use: identify); wide does not let \
                    anybody ask for it.
                    asked-to-reach | Everybody can be asked for school (use: reach); wide does not let anybody \
                    ask for it.
                    asked-to-protect | Everybody can be asked for school (use: protect); wide does not let \
                    anybody ask for it.
                    asked-to-document | Everybody can be asked for school (use: document); wide does not let \
                    anybody ask for it.
                    areas-swapped | The area north is North under wide, but South here.
                    area-renamed | The area north is North under wide, but Far Island here.
                    area-renamed-in-russian | The area north is Р under wide, but Остров here.
                    area-under-another-id | North is the area north under wide, but northern here; areas are \
                    the same by id.
                    area-elsewhere | South lies in Province, Centre under wide, but in North, Province, Centre \
                    here.
                    area-lost | Under wide, North is an area of its own in Province, Centre; here it is not.
                    office-far | For people in North, the unit that holds files is in North under wide \
                    (North Office), but in Centre here (Central Office).
                    office-moved | For people in North, the unit that holds files is in North under wide \
                    (North Office), but in Province here (North Office).
                    post-lost | Under wide, people cross the border at North; here there is no border post \
                    there.
                    review-at-the-centre | Under wide, a unit in Province reviews decisions about people in \
                    Province; here none does.
                    not-addressed | People who live in Province are addressed by wide but not by \
                    not-addressed, so their cases go to the issuer.
                    unveiled | Paragraph 2 with route A is not marked 'reveals protected', but is cited only \
                    for people for whom wide cites a paragraph that is.
                    unveiled-by-another-paragraph | Paragraph 1 with route A is not marked 'reveals \
                    protected', but is cited only for people for whom wide cites a paragraph that is.
                    language-lost | People who read Russian are told everything in it under wide; here there \
                    is no messages_ru.properties, so paragraphs, units and all that is new are told in English.
                    language-dropped | People who read Russian are told everything in it under wide; here \
                    there is no messages_ru.properties, so paragraphs, units and all that is new are told in \
                    English.
                    quota-none-left | wide has a quota of 10 places; quota-none-left has a quota of 0 places.
                    quota-smaller | wide has a quota of 10 places; quota-smaller has a quota of 9 places.
                    quota-new | wide has no quota; quota-new has a quota of 1000 places.
                    """)
    void what_is_taken_below_is_a_restriction(String hole, String says) throws PackException {
        var proof = report(hole).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures()).extracting(Failure::says).contains(says);
    }

    @Test
    void a_text_in_russian_cannot_be_reworded_below() throws PackException {
        var failures = report("reworded-in-russian").proof(Obligation.NO_RESTRICTION).failures();
        assertThat(failures)
                .singleElement()
                .extracting(Failure::says)
                .asString()
                .startsWith("messages_ru.properties, line ")
                .endsWith("already has a text in wide, as: Р. Here it says: Три письма по 900");
    }

    /** Its record is its own, as the title in English is. */
    @Test
    void a_pack_below_has_a_title_of_its_own_in_each_language() throws PackException {
        var files =
                new TreeMap<>(Pack.files(HolesTest.folder("wide").resolve("reworded-in-russian")));
        said(
                files,
                "messages_ru.properties",
                "document.letter=Три письма по 900",
                "record.title=Н");
        said(
                files,
                "extends/wide/messages_ru.properties",
                "paragraph.1=Р",
                "paragraph.1=Р\nrecord.title=Р");
        var local = Pack.read("reworded-in-russian", files);
        assertThat(Prover.of(local).proof(Obligation.NO_RESTRICTION).failures()).isEmpty();
        var above = local.parent().orElseThrow();
        assertThat(local.messages().in("ru")).containsEntry("record.title", "Н");
        assertThat(above.messages().in("ru")).containsEntry("record.title", "Р");

        said(files, "messages_ru.properties", "record.title=Н", "# no title");
        var untitled = Pack.read("reworded-in-russian", files);
        assertThat(untitled.messages().in("ru")).doesNotContainKey("record.title");
    }

    private static void said(Map<String, byte[]> files, String file, String line, String by) {
        var text = new String(Objects.requireNonNull(files.get(file)), UTF_8);
        assertThat(text).contains(line);
        files.put(file, text.replace(line, by).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unshielded", "unshielded-empty"})
    void a_protected_fact_that_shields_no_value_has_none_that_may_count(String hole)
            throws PackException {
        var pack = Pack.read(HolesTest.folder("wide").resolve(hole));
        var failures = report(hole).proof(Obligation.PROTECTED_HELPS).failures();
        assertThat(failures)
                .extracting(Failure::says)
                .containsExactly(
                        "clan shields no value, so none may count against anybody: y does.");
        var people = failures.getFirst().people();
        assertThat(
                        pack.decide(people.get(0).facts())
                                .atLeastAsGoodAs(pack.decide(people.get(1).facts())))
                .isFalse();
    }

    @Test
    void what_is_cited_only_for_who_discloses_something_is_marked_to_reveal_it()
            throws PackException {
        assertThat(report("unveiled").proof(Obligation.PROTECTED_HELPS).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "Paragraph 2 with route A is not marked 'reveals protected', but is cited"
                                + " only for people who disclose faith.");
    }

    @Test
    void whoever_is_referred_above_and_waits_for_an_answer_below_is_a_condition()
            throws PackException {
        var report = report("referred-question");
        assertThat(report.conditions())
                .contains(
                        "Everyone whom wide refers answers what only referred-question asks about"
                                + " school: until then no officer decides.");
        var local = Pack.read(HolesTest.folder("wide").resolve("referred-question"));
        var person =
                new Facts(
                        Map.of(
                                new FactName("purpose"), Value.of("settle"),
                                new FactName("kind"), Value.of("v"),
                                new FactName("faith"), Value.of("b")));
        assertThat(local.parent().orElseThrow().decide(person).unanswered()).isEmpty();
        assertThat(local.decide(person).unanswered()).containsExactly(new FactName("school"));
    }

    @Test
    void whoever_is_known_to_be_one_of_two_alike_above_and_apart_below_is_a_condition()
            throws PackException {
        var report = report("one-of");
        assertThat(report.conditions())
                .singleElement()
                .asString()
                .startsWith("Nobody's kind is known only as one of several values, such as ");
    }

    @Test
    void a_quota_of_no_places_is_a_refusal() throws PackException {
        assertThat(report("quota-none").proof(Obligation.NEVER_REFUSES).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "The paper has a quota of 0 places for some people, so nobody of them could"
                                + " ever travel.");
    }

    @Test
    void a_clearance_that_no_unit_gives_is_a_condition() throws PackException {
        assertThat(report("nobody-clears").conditions())
                .containsExactly(
                        "Centre gives the clearances of health, because no unit of that function"
                                + " serves Province, North, South.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    new-language | Not compared: the 33 German texts for things of wide, which has no German \
                    texts, among them clearance.identity, clearance.identity.explained, document.letter. \
                    Lawyers read them beside the rules that they sign.
                    court-moved | Units that lie elsewhere in the tree than under wide: Court, in Centre there \
                    and in Province here.
                    """)
    void what_passes_and_is_not_the_same_is_said(String hole, String says) throws PackException {
        var proof = report(hole).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).as("%s", proof).isEqualTo(Verdict.PROVED);
        assertThat(proof.notes()).extracting(Failure::says).contains(says);
        assertThat(report("same").proof(Obligation.NO_RESTRICTION).notes()).isEmpty();
    }

    @Test
    void documents_that_somebody_else_issues_are_named() throws PackException {
        assertThat(report("same").proof(Obligation.NEVER_REFUSES).notes())
                .extracting(Failure::says)
                .singleElement()
                .asString()
                .contains("whether anybody can get these documents", "letter, oath");
    }
}
