package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.ParsedPack;
import exeat.rules.RandomPack;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is proved of the packs, of packs that break one promise each, and of a county's rules. */
class ProverTest {

    private static final String REFUSAL = "<outputEntry><text>\"refuse\"</text></outputEntry>";
    private static final String REFERRAL = "<outputEntry><text>\"refer\"</text></outputEntry>";

    @Test
    void the_directive_of_1963_proves_whole() {
        var report = Prover.of(Packs.prc1963());
        assertThat(report.proved()).isTrue();
        assertThat(report.proofs()).hasSize(Obligation.values().length);
        assertThat(report.proof(Obligation.NO_RESTRICTION).verdict())
                .isEqualTo(Verdict.NOTHING_TO_PROVE);
        var differences = report.proof(Obligation.PROTECTED_HELPS).notes();
        assertThat(differences).hasSize(4).allMatch(note -> note.people().size() == 2);
    }

    private static Finding decide(Directive directive, Facts facts) {
        var known = new TreeMap<>(facts.values());
        known.keySet().removeIf(name -> directive.vocabulary().definition(name).isEmpty());
        return directive.decide(new Facts(known));
    }

    @Test
    void a_county_that_asks_a_work_units_consent_adds_a_restriction() throws PackException {
        var county = Pack.read("county", county(""));
        var proof = Prover.of(county).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.failures())
                .extracting(Failure::says)
                .containsExactly("prc-1963 approves in general; county refers.");
        var failure = proof.failures().getFirst();
        assertThat(failure.region()).contains("work unit consents is false", "ethnicity is korean");
        var person = failure.people().getFirst().facts();
        assertThat(decide(county.parent().orElseThrow(), person).routes()).containsExactly("A");
        assertThat(county.decide(person).outcome()).isEqualTo(Outcome.REFER);
        assertThat(person.value(new FactName("nationality"))).contains(Value.of("CN"));
    }

    @Test
    void a_link_that_leaves_out_whom_the_parent_approves_is_rejected_as_vacuous()
            throws PackException {
        var link =
                """
                links:
                  - because: Nobody of them goes without their unit.
                    when: {ethnicity: '"korean"'}
                    then: {work unit consents: "true", applied to build: "false"}
                """;
        var report = Prover.of(Pack.read("county", county(link)));
        assertThat(report.assumptions()).hasSize(1).first().asString().contains("Nobody of them");
        var first = report.proof(Obligation.NO_RESTRICTION).failures().getFirst();
        assertThat(first.says()).startsWith("The links exclude somebody whom prc-1963 approves");
        var person = first.people().getFirst().facts();
        assertThat(person.knows(new FactName("work unit consents"))).isFalse();
        assertThat(decide(Packs.prc1963(), person).outcome().approves()).isTrue();
    }

    @Test
    void a_link_that_supplies_what_is_asked_is_an_assumption_that_carries_the_proof()
            throws PackException {
        var link =
                """
                links:
                  - because: Every unit has consented in general.
                    when: {applied to build: "true"}
                    then: {work unit consents: "true"}
                """;
        var report = Prover.of(Pack.read("county", county(link)));
        assertThat(report.proof(Obligation.NO_RESTRICTION).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(report.assumptions().getFirst())
                .isEqualTo(
                        "Anyone who has applied to build true has work unit consents true:"
                                + " Every unit has consented in general.");
    }

    /** The pack of 1963 with one more condition on route A, as a county might write it. */
    private static Map<String, byte[]> county(String links) throws PackException {
        var above = Pack.files(Packs.folder("prc-1963"));
        var files = new TreeMap<String, byte[]>();
        above.forEach((name, bytes) -> files.put("extends/prc-1963/" + name, bytes));
        files.put("authorities.yaml", bytes(above, "authorities.yaml", "", ""));
        files.put(
                "record.yaml",
                bytes(above, "record.yaml", "\ntitle: ", "\nextends: prc-1963\ntitle: "));
        files.put(
                "vocabulary.yaml",
                ("facts:\n  - {name: work unit consents, type: boolean, use: decide}\n" + links)
                        .getBytes(UTF_8));
        var input =
                "<inputExpression typeRef=\"boolean\"><text>work unit"
                        + " consents</text></inputExpression>";
        var rules = new String(above.getOrDefault("rules.dmn", new byte[0]), UTF_8);
        int from = rules.indexOf("<decision id=\"route\"");
        int to = rules.indexOf("</decision>", from);
        var route =
                rules.substring(from, to)
                        .replaceFirst("<output id", "<input>" + input + "</input><output id")
                        .replaceAll(
                                "(<rule id=\"ethnic[\\s\\S]*?)<outputEntry>", "$1@<outputEntry>")
                        .replaceAll(
                                "([^@])(<outputEntry><text>\"(?:approve|refer))",
                                "$1<inputEntry><text>-</text></inputEntry>$2")
                        .replace("@", "<inputEntry><text>true</text></inputEntry>");
        files.put(
                "rules.dmn",
                (rules.substring(0, from) + route + rules.substring(to)).getBytes(UTF_8));
        files.put("messages_en.properties", new byte[0]);
        var worded = RandomPack.worded("county", files);
        // A local pack has every language of the one above it.
        above.forEach((file, messages) -> {
            if (file.startsWith("messages_") && !file.equals("messages_en.properties")) {
                worded.put(file, words(new String(messages, UTF_8)));
            }
        });
        return worded;
    }

    /**
     * The words of units and paragraphs, which are the same, and those for the county's question.
     */
    private static byte[] words(String above) {
        var same =
                above.lines()
                        .filter(line -> line.matches("(authority|paragraph)\\..*"))
                        .collect(Collectors.joining("\n"));
        var fact = "\nfact.work-unit-consents.";
        return Stream.of("label", "question", "value.true", "value.false")
                .map(key -> fact + key + "=x")
                .collect(Collectors.joining("", same, "\n"))
                .getBytes(UTF_8);
    }

    private static byte[] bytes(Map<String, byte[]> files, String name, String from, String to) {
        var text = new String(files.getOrDefault(name, new byte[0]), UTF_8);
        return text.replace(from, to).getBytes(UTF_8);
    }

    @Test
    void a_pack_that_refuses_is_read_to_be_disproved_and_decides_nothing() throws PackException {
        var files = good();
        files.compute("rules.dmn", (name, old) -> refusing(files));
        assertThatThrownBy(() -> Pack.read("good", files)).isInstanceOf(PackException.class);
        var draft = Pack.parse("good", files);
        assertThat(draft.faults()).isNotEmpty();
        var proof = Prover.of(draft).proof(Obligation.NEVER_REFUSES);
        assertThat(proof.failures()).hasSize(1);
        assertThat(proof.failures().getFirst().says()).contains("short refuses");
        var person = proof.failures().getFirst().people().getFirst().facts();
        assertThat(person.value(new FactName("age"))).contains(Value.of(34));
    }

    private static byte[] refusing(Map<String, byte[]> files) {
        return bytes(
                Map.of(
                        "x",
                        bytes(
                                files,
                                "rules.dmn",
                                "<outputEntry><text>\"approve in general\"</text></outputEntry>",
                                REFUSAL)),
                "x",
                "<outputEntry><text>\"A\"</text></outputEntry>",
                "<outputEntry><text>null</text></outputEntry>");
    }

    private static Map<String, byte[]> good() throws PackException {
        return new TreeMap<>(
                Pack.files(Packs.root().resolve("rules/src/test/resources/packs/good")));
    }

    @Test
    void a_gap_in_the_paper_and_a_wrong_citation_are_shown() throws PackException {
        var files = good();
        files.compute(
                "rules.dmn",
                (name, old) -> bytes(files, name, "\"settle\",\"return\"", "\"settle\""));
        files.compute(
                "rules.dmn",
                (name, old) ->
                        bytes(
                                files,
                                name,
                                "<text>2</text></annotationEntry>",
                                "<text>9</text></annotationEntry>"));
        var report = Prover.of(Pack.parse("good", files));
        var gap = report.proof(Obligation.ANSWERS).failures().getFirst();
        assertThat(gap.region()).isEqualTo("purpose is return");
        assertThat(gap.people()).hasSize(1);
        assertThat(report.proof(Obligation.CITES).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "In the table Route, short cites paragraph 9, which is not in the record.",
                        "Paragraph 2 is binding, but no rule cites it and no reason is given.");
        assertThat(report.proved()).isFalse();
    }

    @Test
    void a_rule_that_is_marked_as_an_exception_may_hide_a_better_one() throws PackException {
        var plain = first("", "");
        var failure = Prover.of(plain).proof(Obligation.AGREES).failures().getFirst();
        assertThat(failure.says()).contains("stop hides go");
        assertThat(failure.region()).isEqualTo("age is at least 25 and less than 30");
        assertThat(Prover.of(plain).proof(Obligation.NOTHING_HIDDEN).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "In the table Route, late is hidden: wherever it matches, others together"
                                + " match before it.");
        var marked =
                first(
                        "<annotation name=\"exception to\"/>",
                        "<annotationEntry><text>go, late</text></annotationEntry>");
        assertThat(Prover.of(marked).proof(Obligation.AGREES).verdict()).isEqualTo(Verdict.PROVED);
        assertThatThrownBy(() ->
                        first(
                                "<annotation name=\"exception to\"/>",
                                "<annotationEntry><text>x</text></annotationEntry>"))
                .hasMessageContaining("is no other rule: x");
    }

    // A first-hit table of three rules over one age: one hides another, two together the third.
    private static ParsedPack first(String annotation, String entry) throws PackException {
        var files = good();
        var text = new String(files.getOrDefault("rules.dmn", new byte[0]), UTF_8);
        int from = text.indexOf("<decisionTable");
        int to = text.indexOf("</decisionTable>");
        var table =
                "<decisionTable"
                        + " hitPolicy=\"FIRST\"><input><inputExpression><text>age</text>"
                        + "</inputExpression></input><output name=\"outcome\"/><output name=\"route\"/>"
                        + "<annotation name=\"paragraph\"/>"
                        + annotation
                        + rule(
                                "stop",
                                "&lt; 30",
                                REFERRAL + "<outputEntry><text>null</text></outputEntry>",
                                entry)
                        + rule("go", "[25..60]", approval(), "")
                        + rule("late", "[20..40]", approval(), "");
        files.put(
                "rules.dmn",
                (text.substring(0, from) + table + text.substring(to)).getBytes(UTF_8));
        files.put(
                "vocabulary.yaml",
                """
                zone: Europe/Paris
                facts:
                  - {name: purpose, type: text, values: [settle, return, trip], source: purpose, use: decide}
                  - {name: age, type: number, source: age, use: decide}
                """
                        .getBytes(UTF_8));
        files.put(
                "record.yaml",
                bytes(
                        files,
                        "record.yaml",
                        "instruments:\n  - id: tide-table\n    held: false\n",
                        ""));
        files.put("messages_en.properties", new byte[0]);
        return Pack.parse("good", RandomPack.worded("good", files));
    }

    private static String approval() {
        return "<outputEntry><text>\"approve in general\"</text></outputEntry>"
                + "<outputEntry><text>\"A\"</text></outputEntry>";
    }

    private static String rule(String id, String test, String outputs, String entry) {
        return "<rule id=\""
                + id
                + "\"><inputEntry><text>"
                + test
                + "</text></inputEntry>"
                + outputs
                + "<annotationEntry><text>2</text></annotationEntry>"
                + entry
                + "</rule>";
    }

    @Test
    void an_obligation_not_decided_within_the_limit_is_not_proved() {
        var draft = Packs.prc1963().parsed();
        var report = new Prover(1).prove(draft, Layers.of(draft));
        assertThat(report.proof(Obligation.ANSWERS).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(report.proved()).isFalse();
    }

    @Test
    void burdens_are_ordered_in_every_aspect() {
        var one = burden(List.of("a"), 5, Optional.of(10));
        assertThat(one.atLeastAsGoodAs(one)).isTrue();
        assertThat(burden(List.of(), 5, Optional.of(10)).atLeastAsGoodAs(one)).isTrue();
        assertThat(one.atLeastAsGoodAs(burden(List.of(), 5, Optional.of(10)))).isFalse();
        assertThat(one.atLeastAsGoodAs(burden(List.of("b"), 5, Optional.of(10)))).isFalse();
        assertThat(burden(List.of("a"), 4, Optional.of(10)).atLeastAsGoodAs(one)).isTrue();
        assertThat(burden(List.of("a"), 5, Optional.empty()).atLeastAsGoodAs(one)).isTrue();
        assertThat(one.atLeastAsGoodAs(burden(List.of("a"), 5, Optional.empty()))).isFalse();
    }

    private static Burden burden(List<String> documents, int days, Optional<Integer> quota) {
        var clearance = new ClearanceDemand("look", new UnitFunction("customs"), days, true);
        return new Burden(
                List.of(clearance),
                documents,
                java.math.BigDecimal.ONE,
                1,
                5,
                30,
                true,
                0,
                quota,
                List.of());
    }
}
