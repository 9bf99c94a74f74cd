package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The smallest packs by which an outsider broke the claim of the proofs, as {@link HolesTest}. */
class HolesFoundTest {

    /** The rules of papers in the pack text and the one below it. */
    private static final String PAPERS = "(?s)<rule id=\"p[01]\">.*<rule id=\"p2\">.*?</rule>";

    private static ParsedPack parsed(String hole) throws PackException {
        return Pack.parse(HolesTest.folder(hole));
    }

    private static Proof failed(String hole, Obligation obligation) throws PackException {
        var proof = Prover.of(parsed(hole)).proof(obligation);
        assertThat(proof.verdict()).as("%s", proof).isEqualTo(Verdict.FAILED);
        return proof;
    }

    /** Whoever is shown gets less below than above. */
    private static void losesBelow(Directive local, Failure failure) {
        var person = failure.people().getFirst().facts();
        var above = local.parent().orElseThrow();
        assertThat(local.decide(person).atLeastAsGoodAs(above.decide(person))).isFalse();
    }

    @Test
    void a_fact_that_the_parent_asks_of_others_may_be_left_open() throws PackException {
        var failures = failed("asked/asked-fee", Obligation.NO_RESTRICTION).failures();
        assertThat(failures)
                .extracting(Failure::says)
                .containsExactly(
                        "asked approves without an answer on q; asked-fee refers until there is"
                                + " one.");
        losesBelow(Pack.read(HolesTest.folder("asked/asked-fee")), failures.getFirst());
    }

    @Test
    void whoever_is_unanswered_in_both_bears_no_more_than_above() throws PackException {
        var failures = failed("text/text-first", Obligation.NO_RESTRICTION).failures();
        assertThat(failures)
                .extracting(Failure::says)
                .contains(
                        "Until t is answered, text charges a fee of 10; text-first"
                                + " charges a fee of 100.");
        var local = Pack.read(HolesTest.folder("text/text-first"));
        for (var failure : failures) {
            assertThat(failure.people().getFirst().facts().knows(new FactName("t"))).isFalse();
            losesBelow(local, failure);
        }
    }

    @Test
    void a_proxy_beside_another_fact_is_one() throws PackException {
        var failures = failed("proxy-jointly", Obligation.PROTECTED_HELPS).failures();
        assertThat(failures)
                .extracting(Failure::says)
                .containsExactly(
                        "What is linked to the shielded value a of faith counts against the person:"
                                + " church.");
        var pack = Pack.read(HolesTest.folder("proxy-jointly"));
        var people = failures.getFirst().people();
        var one = people.get(0).facts();
        var other = people.get(1).facts();
        assertThat(one.value(new FactName("faith"))).contains(Value.of("a"));
        assertThat(one.value(new FactName("bell"))).isEqualTo(other.value(new FactName("bell")));
        assertThat(pack.decide(one).atLeastAsGoodAs(pack.decide(other))).isFalse();
    }

    @Test
    void a_proxy_beside_a_fact_that_no_rule_reads_is_one() throws PackException {
        var pack = Pack.read(HolesTest.folder("proxy-unread"));
        var failures = failed("proxy-unread", Obligation.PROTECTED_HELPS).failures();
        assertThat(failures)
                .extracting(Failure::says)
                .containsOnly(
                        "What is linked to the shielded value a of faith counts against the person:"
                                + " church.");
        var people = failures.getFirst().people();
        var one = people.get(0).facts();
        var other = people.get(1).facts();
        assertThat(one.value(new FactName("faith"))).contains(Value.of("a"));
        assertThat(one.value(new FactName("church"))).contains(Value.of(true));
        assertThat(other.value(new FactName("church"))).contains(Value.of(false));
        for (var person : people) {
            assertThat(person.facts().value(new FactName("bell"))).contains(Value.of(false));
        }
        assertThat(pack.decide(one).atLeastAsGoodAs(pack.decide(other))).isFalse();
    }

    /** As above, but that a rule names the bell for people of whom it never turns on it. */
    @Test
    void nor_does_a_rule_without_effect_hide_a_proxy() throws PackException {
        var files = new TreeMap<>(Pack.files(HolesTest.folder("proxy-unread")));
        var dmn = new String(files.get("rules.dmn"), UTF_8);
        int aside = dmn.indexOf("<decision id=\"set-aside-grounds\"");
        var named =
                dmn.substring(aside)
                        .replace(
                                "<text>purpose</text></inputExpression></input>",
                                "<text>bell</text></inputExpression></input><input>"
                                        + "<inputExpression><text>church</text></inputExpression>"
                                        + "</input>")
                        .replace(
                                "<inputEntry><text>-</text></inputEntry>",
                                "<inputEntry><text>true</text></inputEntry>".repeat(2));
        files.put("rules.dmn", (dmn.substring(0, aside) + named).getBytes(UTF_8));
        assertThat(helps(files).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void people_are_compared_who_are_alike_in_what_a_link_names_or_made_to_differ()
            throws PackException {
        var whom = "{because: x, when: {faith: \"%s\", bell: \"false\"}, then: {church: \"true\"}}";
        var a = whom.formatted("\\\"a\\\"");
        var others = whom.formatted("not(\\\"a\\\")");
        assertThat(helps(linked(a)).verdict()).isEqualTo(Verdict.FAILED);
        // Whoever has no bell is in that church: only others, with a bell, are outside it.
        assertThat(helps(linked(a, others)).verdict()).isEqualTo(Verdict.PROVED);
        // Nobody has what people of that faith have of the bell, which is made to differ as well.
        var same = "{because: x, when: {faith: \"%s\"}, then: {bell: \"%s\"}}";
        var choir = a.replace("bell: \"false\"", "bell: \"false\", choir: \"false\"");
        assertThat(
                        helps(
                                        linked(
                                                choir,
                                                same.formatted("\\\"a\\\"", "false"),
                                                same.formatted("not(\\\"a\\\")", "true")))
                                .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    private static Map<String, byte[]> linked(String... links) throws PackException {
        var files = new TreeMap<>(Pack.files(HolesTest.folder("proxy-unread")));
        var vocabulary = new String(files.get("vocabulary.yaml"), UTF_8);
        var facts = vocabulary.substring(0, vocabulary.indexOf("links:"));
        var choir = "  - {name: choir, type: boolean, use: decide}\n";
        var named = String.join("\n  - ", links);
        var all = facts + (named.contains("choir") ? choir : "") + "links:\n  - " + named + "\n";
        files.put("vocabulary.yaml", all.getBytes(UTF_8));
        return files;
    }

    private static Proof helps(Map<String, byte[]> files) throws PackException {
        return Prover.of(Pack.parse("proxy-unread", files)).proof(Obligation.PROTECTED_HELPS);
    }

    @Test
    void a_tie_by_an_order_is_said_to_be_outside() throws PackException {
        var report = Prover.of(parsed("proxy-order"));
        var proof = report.proof(Obligation.PROTECTED_HELPS);
        assertThat(proof.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(proof.notes())
                .extracting(Failure::says)
                .singleElement()
                .asString()
                .startsWith("Not covered: links connect these facts to a protected fact")
                .endsWith(": moved.");
        assertThat(report.conditions()).containsExactly("moved is always more than born: x");
        assertThat(ProofWording.summary(report).getFirst()).startsWith("Proved, if");
    }

    @Test
    void what_holds_of_proxies_by_their_links_holds_on_their_condition() throws PackException {
        var report = Prover.of(parsed("proxy-narrowed"));
        assertThat(report.proved()).isTrue();
        assertThat(report.conditions())
                .containsExactly(
                        "Anyone who has faith a has church true: x",
                        "Anyone who has faith a has n above 2: x");
    }

    @Test
    void links_that_leave_nobody_prove_nothing() throws PackException {
        assertThat(failed("proxy-impossible", Obligation.PROTECTED_HELPS).failures())
                .extracting(Failure::region)
                .containsExactly("faith is a");
        for (var hole : List.of("vacuous", "vacuous/vacuous-local")) {
            assertThat(failed(hole, Obligation.PROTECTED_HELPS).failures().getFirst().says())
                    .startsWith("No combination of facts satisfies all these links");
        }
        failed("vacuous/vacuous-local", Obligation.NO_RESTRICTION);
        assertThat(failed("unreachable", Obligation.PROTECTED_HELPS).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "Nobody whom unreachable approves satisfies the links, so nothing would"
                                + " be proved about them.");
        failed("unreachable/unreachable-local", Obligation.NO_RESTRICTION);
    }

    @Test
    void many_proxies_are_compared_within_few_splits() throws PackException {
        var pack = parsed("proxies-16");
        var report = new Prover(10_000).prove(pack, Layers.of(pack));
        assertThat(report.proof(Obligation.PROTECTED_HELPS).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(report.conditions()).hasSize(16);
    }

    @Test
    void a_text_that_alone_is_named_is_called_by_its_name() throws PackException {
        assertThat(failed("one-text", Obligation.ANSWERS).failures())
                .extracting(Failure::region)
                .containsExactly("t is x");
    }

    @Test
    void a_unit_of_another_id_counts_by_no_worse_calendar() throws PackException {
        assertThat(failed("renamed/renamed-unit", Obligation.NO_RESTRICTION).failures())
                .extracting(Failure::says)
                .anyMatch(says -> says.startsWith("A clearance is due later."));
    }

    @Test
    void withholding_is_as_good_as_some_value_in_all_aspects_together() throws PackException {
        var failure =
                failed("withheld-whole", Obligation.PROTECTED_HELPS).failures().stream()
                        .filter(one -> one.people().size() > 2)
                        .findFirst()
                        .orElseThrow();
        var pack = Pack.read(HolesTest.folder("withheld-whole"));
        var withheld = pack.decide(failure.people().getFirst().facts());
        failure.people().stream()
                .skip(1)
                .map(one -> pack.decide(one.facts()))
                .forEach(one -> assertThat(withheld.atLeastAsGoodAs(one)).isFalse());
    }

    @Test
    void what_a_value_used_in_place_of_an_answer_asks_is_a_condition_where_a_link_rules_it_out()
            throws PackException {
        var link =
                "links:\n  - {because: law, when: {purpose: '\"settle\"'}, then: {t: 'not(\"a\")'}}\n";
        var report = Prover.of(textFirst("extends/text/vocabulary.yaml", "\\z", link));
        assertThat(report.proof(Obligation.NO_RESTRICTION).failures()).isEmpty();
        assertThat(report.conditions())
                .contains(
                        "Everyone answers t: until then text-first can ask more of them than text,"
                                + " because the value used in place of the answer breaks a link.");
    }

    /** The pack text-first below text, with something replaced in one of their files. */
    private static ParsedPack textFirst(String file, String what, String with)
            throws PackException {
        var files = textFirst();
        replace(files, file, what, with);
        return Pack.parse("text-first", files);
    }

    private static Map<String, byte[]> textFirst() throws PackException {
        var files = new TreeMap<>(Pack.files(HolesTest.folder("text/text-first")));
        files.keySet().removeIf(name -> name.startsWith("extends/"));
        Pack.files(HolesTest.folder("text"))
                .forEach((name, bytes) -> {
                    if (!name.contains("/")) {
                        files.put("extends/text/" + name, bytes);
                    }
                });
        return files;
    }

    private static void replace(Map<String, byte[]> files, String file, String what, String with) {
        var before = new String(files.getOrDefault(file, new byte[0]), UTF_8);
        var after = before.replaceFirst(what, Matcher.quoteReplacement(with));
        assertThat(after).isNotEqualTo(before);
        files.put(file, after.getBytes(UTF_8));
    }

    @Test
    void a_further_ground_on_which_an_approval_can_be_set_aside_is_a_restriction()
            throws PackException {
        var cells = new StringBuilder();
        for (var value : List.of("S", "danger")) {
            cells.append("<outputEntry><text>\"" + value + "\"</text></outputEntry>");
        }
        for (var note : List.of("1", "text", "")) {
            cells.append("<annotationEntry><text>" + note + "</text></annotationEntry>");
        }
        var any = "<inputEntry><text>-</text></inputEntry>";
        var fraud = "<rule id=\"fraud\">";
        var danger = "<rule id=\"danger\">" + any + cells + "</rule>" + fraud;
        var pack = textFirst("rules.dmn", fraud, danger);
        assertThat(Prover.of(pack).proof(Obligation.NO_RESTRICTION).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "text does not let it be set aside for that; text-first lets it be set"
                                + " aside for danger.");
    }

    @Test
    void questions_that_hold_up_are_a_condition_and_too_many_values_are_said_to_be_unchecked()
            throws PackException {
        // Beside these, b is one value and all others are one: a hundred, and then one more.
        var few = fees(98);
        assertThat(few.failures()).isEmpty();
        assertThat(few.conditions())
                .contains(
                        "Nobody's t is known only as one of several values, such as v0 or v1, or"
                                + " not at all, where text does not tell them apart: text-first"
                                + " waits for an answer then.");
        assertThat(few.notes()).isEmpty();
        var many = fees(99);
        assertThat(many.failures()).isEmpty();
        assertThat(many.notes())
                .extracting(Failure::says)
                .containsExactly(
                        "Not fully checked: whether text-first waits for an answer on t where text"
                                + " does not.");
    }

    @Test
    void what_both_packs_divide_alike_holds_nobody_up_however_many_values_it_has()
            throws PackException {
        var few = sameFees(20);
        assertThat(few.verdict()).as("%s", few).isEqualTo(Verdict.PROVED);
        assertThat(few.conditions()).isEmpty();
        assertThat(few.notes()).isEmpty();
        var many = sameFees(120);
        assertThat(many.failures()).isEmpty();
        assertThat(many.conditions()).isEmpty();
        assertThat(many.notes())
                .extracting(Failure::says)
                .containsExactly(
                        "Not fully checked: whether text-first depends on t for people whom text"
                                + " does not ask for it.");
    }

    @Test
    void what_time_left_unchecked_of_open_answers_is_said() throws PackException {
        var files = textFirst();
        replace(files, "rules.dmn", PAPERS, papers(3));
        var pack = Pack.parse("text-first", files);
        var left = new TreeSet<String>();
        for (int looks = 0; looks < 50; looks++) {
            var proof = late(pack, looks);
            assertThat(proof.failures()).isEmpty();
            if (proof.verdict() == Verdict.PROVED) {
                // The condition that holding people up is, or that it was not looked for.
                assertThat(proof.conditions().size() + proof.notes().size()).isPositive();
            }
            proof.notes().forEach(note -> left.add(note.says()));
        }
        assertThat(left)
                .contains(
                        "Not decided in the time that there was.",
                        "Not fully checked: whether text-first depends on t for people whom text"
                                + " does not ask for it.",
                        "Not fully checked: whether text-first waits for an answer on t where text"
                                + " does not.");
    }

    /** The last obligation where the time is up after the clock was read so many times. */
    private static Proof late(ParsedPack pack, int looks) {
        var read = new AtomicInteger();
        return new Prover(
                        Prover.DEFAULT_LIMIT,
                        () -> read.getAndIncrement() > looks ? 2 : 0,
                        Duration.ofMillis(1))
                .prove(pack, Layers.of(pack))
                .proof(Obligation.NO_RESTRICTION);
    }

    /** A fee of its own for each of so many values, in both packs the same. */
    private static Proof sameFees(int values) throws PackException {
        var files = textFirst();
        replace(files, "rules.dmn", PAPERS, papers(values));
        replace(files, "extends/text/rules.dmn", PAPERS, papers(values));
        return Prover.of(Pack.parse("text-first", files)).proof(Obligation.NO_RESTRICTION);
    }

    /** A fee of its own for each of so many values, all lower than the pack above takes. */
    private static Proof fees(int values) throws PackException {
        return Prover.of(textFirst("rules.dmn", PAPERS, papers(values)))
                .proof(Obligation.NO_RESTRICTION);
    }

    private static String papers(int values) {
        var rules = new StringBuilder(paper("b", "\"b\"", 10));
        var named = new StringBuilder("\"b\"");
        for (int at = 0; at < values; at++) {
            rules.append(paper("v" + at, "\"v" + at + "\"", at % 100));
            named.append(",\"v").append(at).append('"');
        }
        return rules.append(paper("others", "not(" + named + ")", 100)).toString();
    }

    private static String paper(String id, String test, int fee) {
        var row =
                new StringBuilder(
                        "<rule id=\""
                                + id
                                + "\"><inputEntry><text>"
                                + test
                                + "</text></inputEntry>");
        for (var value : List.of("180", "true", "5", String.valueOf(fee), "1")) {
            row.append("<outputEntry><text>").append(value).append("</text></outputEntry>");
        }
        for (var note : List.of("", "assumed", "")) {
            row.append("<annotationEntry><text>").append(note).append("</text></annotationEntry>");
        }
        return row.append("</rule>").toString();
    }

    @Test
    void a_layer_passed_by_whose_facts_the_pack_lacks_is_not_compared_person_by_person()
            throws PackException {
        var above = Pack.read("boats", GoodPack.files());
        var proof = new Prover(Prover.DEFAULT_LIMIT).noRestriction(parsed("text"), above);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        // Not the phone, by which nothing is decided; the purpose has other values.
        assertThat(proof.failures())
                .extracting(Failure::says)
                .containsExactlyElementsOf(
                        Stream.of(
                                        "age",
                                        "day of birth",
                                        "home port",
                                        "length of boat",
                                        "purpose",
                                        "sea legs")
                                .map(
                                        "The vocabulary does not have the fact %s as boats does."
                                                ::formatted)
                                .toList());
    }
}
