package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Packs;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.rules.prove.Proof.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The proof against the directive gives the Court of Justice's answers on the national rules, and
 * shows the person of whom the Court spoke.
 */
class CourtTest {

    private static final Path NATIONAL = Packs.folder("eu-2003-86").resolve("national");

    private static final String WORDS =
            """
            fact.months-of-stay-at-decision.label=Months of stay at the decision
            fact.months-of-stay-at-decision.question=For how many months will the sponsor have lived there?
            """;

    private static final String LINK =
            """
            links:
              - because: Nobody has stayed for less when it is decided.
                always: months of stay at decision >= months of stay
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void the_directive_proves_whole() {
        var report = Prover.of(Packs.eu2003());
        assertThat(report.proofs())
                .allSatisfy(proof ->
                        assertThat(proof.verdict())
                                .as("%s: %s", proof.obligation(), proof.failures())
                                .isIn(Verdict.PROVED, Verdict.NOTHING_TO_PROVE));
    }

    @ParameterizedTest
    @CsvSource({
        "chakroun-income, refers",
        "chakroun-marriage, refers",
        "e-documents, refers",
        "k-and-a-examination, refers",
        "k-and-a-fees, charges a fee",
        "k-and-a-fees-proportionate,",
        "k-and-a-full-exemption,",
        "noorzia-age,",
    })
    void national_rules_are_held_against_the_directive_as_the_court_did(String id, String adds) {
        var local = Packs.read(NATIONAL.resolve(id));
        var report = Prover.of(local);
        for (var proof : report.proofs().subList(0, 6)) {
            assertThat(proof.verdict()).as("%s", proof.obligation()).isEqualTo(Verdict.PROVED);
        }
        var restriction = report.proof(Obligation.NO_RESTRICTION);
        assertThat(restriction.verdict()).isEqualTo(adds == null ? Verdict.PROVED : Verdict.FAILED);
        for (var failure : restriction.failures()) {
            assertThat(failure.says()).contains(adds);
            var facts = failure.people().getFirst().facts();
            assertThat(
                            local.decide(facts)
                                    .atLeastAsGoodAs(above(local.parent().orElseThrow(), facts)))
                    .isFalse();
        }
    }

    private static Finding above(Directive directive, Facts facts) {
        var known = new TreeMap<>(facts.values());
        known.keySet().removeIf(name -> directive.vocabulary().definition(name).isEmpty());
        return directive.decide(new Facts(known));
    }

    @Test
    void chakroun_an_income_floor_restricts_whoever_has_enough_and_earns_less() {
        restricts(
                "chakroun-income",
                person -> is(person, "resources sufficient", true) && earns(person) < 120);
    }

    @Test
    void chakroun_more_income_after_a_later_marriage_restricts_whoever_married_later() {
        restricts(
                "chakroun-marriage",
                person ->
                        is(person, "tie before entry", false)
                                && person.value(fact("relation"))
                                        .equals(Optional.of(Value.of("spouse")))
                                && earns(person) < 120);
    }

    @Test
    void k_and_a_few_exemptions_restrict_whom_other_circumstances_keep_from_passing() {
        restricts(
                "k-and-a-examination",
                person ->
                        is(person, "special circumstances", true)
                                && is(person, "examination passed", false)
                                && !is(person, "lasting disability", true));
    }

    @Test
    void k_and_a_a_fee_for_all_burdens_whoever_cannot_carry_it() {
        restricts("k-and-a-fees", person -> is(person, "fee can be carried", false));
    }

    @Test
    void official_papers_alone_restrict_a_refugee_with_other_evidence() {
        restricts(
                "e-documents",
                person ->
                        is(person, "sponsor refugee", true)
                                && person.value(fact("evidence of the tie"))
                                        .equals(Optional.of(Value.of("other"))));
    }

    /** A rule that no state had: the parent is not touched, and a link carries the proof. */
    @Test
    void a_further_national_rule_can_be_written_and_a_link_can_carry_its_proof()
            throws IOException {
        copy(Packs.folder("eu-2003-86"), folder.resolve("eu-2003-86"));
        var pack = folder.resolve("eu-2003-86/national/stay-at-decision");
        copy(NATIONAL.resolve("noorzia-age"), pack);
        edit(pack, "rules.dmn", "months of stay", "months of stay at decision");
        edit(pack, "messages_en.properties", "route.S=", WORDS + "route.S=");
        edit(pack, "messages_ru.properties", "paragraph.1=", WORDS + "paragraph.1=");
        var fact = "facts:\n  - {name: months of stay at decision, type: number, use: decide}\n";
        Files.writeString(pack.resolve("vocabulary.yaml"), fact);
        assertThat(restriction(pack).verdict()).isEqualTo(Verdict.FAILED);
        Files.writeString(pack.resolve("vocabulary.yaml"), fact + LINK);
        assertThat(restriction(pack).verdict()).isEqualTo(Verdict.PROVED);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
    }

    private static void edit(Path pack, String file, String before, String after)
            throws IOException {
        var text = Files.readString(pack.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(pack.resolve(file), text.replace(before, after));
    }

    private static void restricts(String national, Predicate<Facts> expected) {
        var proof = restriction(national);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures())
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure.people())
                                .as(failure.says())
                                .isNotEmpty()
                                .allMatch(person -> expected.test(person.facts())));
    }

    private static Proof restriction(String national) {
        return restriction(NATIONAL.resolve(national));
    }

    private static Proof restriction(Path pack) {
        return Prover.against(Packs.read(pack).parent().orElseThrow(), Packs.read(pack).parsed())
                .proof(Obligation.NO_RESTRICTION);
    }

    private static boolean is(Facts person, String name, boolean truth) {
        return person.value(fact(name)).equals(Optional.of(Value.of(truth)));
    }

    private static int earns(Facts person) {
        return person.value(fact("income percent")).orElseThrow() instanceof Value.Quantity q
                ? q.number().intValue()
                : Integer.MAX_VALUE;
    }

    private static FactName fact(String name) {
        return new FactName(name);
    }
}
