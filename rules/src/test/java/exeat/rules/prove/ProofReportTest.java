package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.ParsedPack;
import exeat.rules.box.SplitBudget;
import exeat.rules.dmn.DecisionModel.Unprovable;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.prove.Layers.Layer;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport.LayerProof;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report says of its proofs as a whole, how it words that, and within which limits. */
class ProofReportTest {

    private static final Path CASES = Packs.root().resolve("rules/src/test/resources/layers");
    private static final DirectiveRef TOP = new DirectiveRef("top", "3", "abc");
    private static final DirectiveRef LOW = new DirectiveRef("low", "1", "def");

    private static Proof proof(Obligation obligation, Verdict verdict, String... conditions) {
        var failures =
                verdict == Verdict.FAILED ? List.of(Failure.of("It fails.")) : List.<Failure>of();
        return new Proof(obligation, verdict, failures, 0, List.of(), List.of(conditions));
    }

    private static ProofReport report(List<String> links, Proof... proofs) {
        var layer = new LayerProof(TOP, false, true, Verdict.PROVED);
        return new ProofReport(
                LOW, List.of(layer), false, List.of(), List.of(proofs), links, 1000, 7);
    }

    // The whole.

    @Test
    void it_is_proved_where_each_obligation_holds_or_has_nothing_to_prove() {
        var report =
                report(
                        List.of(),
                        proof(Obligation.ANSWERS, Verdict.PROVED),
                        proof(Obligation.NO_RESTRICTION, Verdict.NOTHING_TO_PROVE));
        assertThat(report.proved()).isTrue();
        assertThat(report.isConditional()).isFalse();
        assertThat(report.proof(Obligation.NO_RESTRICTION).verdict())
                .isEqualTo(Verdict.NOTHING_TO_PROVE);
        assertThat(ProofWording.outcome(report)).isEqualTo("Proved");
        assertThat(ProofWording.whole(report))
                .isEqualTo("Proved, with 7 splits; the limit for each obligation is 1000.");
        assertThat(ProofWording.summary(report))
                .hasSize(3)
                .startsWith("Proved, without conditions.")
                .anyMatch(line ->
                        line.endsWith("Nobody gets less, or is asked for more, than under top."))
                .anyMatch(line -> line.startsWith("Not covered: what officers do;"));
    }

    @Test
    void its_conditions_are_links_first_each_once_and_only_where_it_holds() {
        var conditional =
                report(
                        List.of("A link."),
                        proof(Obligation.PROTECTED_HELPS, Verdict.PROVED, "A link.", "One more."),
                        proof(Obligation.NO_RESTRICTION, Verdict.PROVED, "One more."));
        assertThat(conditional.conditions()).containsExactly("A link.", "One more.");
        assertThat(ProofWording.outcome(conditional)).isEqualTo("Proved, if");
        assertThat(ProofWording.whole(conditional))
                .startsWith("Proved, if the conditions above hold, with 7 splits;");
        assertThat(ProofWording.summary(conditional))
                .startsWith(
                        "Proved, if the following holds; the rules do not check it.",
                        "if: A link.",
                        "if: One more.");
        var failed =
                report(
                        List.of("A link."),
                        proof(Obligation.PROTECTED_HELPS, Verdict.FAILED, "One more."),
                        proof(Obligation.NO_RESTRICTION, Verdict.PROVED));
        assertThat(failed.conditions()).isEmpty();
        assertThat(failed.isConditional()).isFalse();
    }

    @Test
    void what_does_not_hold_is_named_by_the_number_of_its_obligation() {
        for (var open : List.of(Verdict.FAILED, Verdict.UNDECIDED, Verdict.NOT_PROVABLE)) {
            var report =
                    report(
                            List.of(),
                            proof(Obligation.ANSWERS, Verdict.PROVED),
                            proof(Obligation.AGREES, open),
                            proof(Obligation.NO_RESTRICTION, open));
            assertThat(report.proved()).isFalse();
            assertThat(ProofWording.outcome(report)).isEqualTo("Not proved");
            assertThat(ProofWording.summary(report))
                    .hasSize(2)
                    .startsWith("Not proved: see obligation 2, 7.");
        }
    }

    @Test
    void a_layer_is_said_with_its_result_and_whether_the_pack_names_it_exactly() {
        var name = "top, version 3, SHA-256 abc";
        assertThat(layer(false, true, Verdict.PROVED))
                .isEqualTo(name + ": holds (extended by the pack).");
        assertThat(layer(true, true, Verdict.NOTHING_TO_PROVE))
                .isEqualTo(name + ": holds (in force above).");
        assertThat(layer(true, true, Verdict.FAILED)).contains(": FAILS (");
        assertThat(layer(true, true, Verdict.UNDECIDED)).contains(": NOT DECIDED within the limit");
        assertThat(layer(false, false, Verdict.NOT_PROVABLE))
                .isEqualTo(
                        name
                                + ": NOT PROVABLE (extended by the pack). It is not named by"
                                + " version and hash, so the pack cannot be put in force; write"
                                + " extends: {pack: top, version: \"3\", hash: abc}.");
    }

    private static String layer(boolean inForce, boolean pinned, Verdict verdict) {
        return ProofWording.layer(new LayerProof(TOP, inForce, pinned, verdict));
    }

    @Test
    void a_link_is_said_with_its_tests_in_words_and_what_it_rests_on() {
        var a = new FactName("a");
        var low = Conditions.literal(Value.of(2));
        var high = Conditions.literal(Value.of(5));
        var when = new UnaryTest.Interval(low, true, high, false);
        var open = new UnaryTest.Interval(low, false, high, true);
        var then =
                new UnaryTest.Not(
                        new UnaryTest.OneOf(
                                List.of(
                                        open,
                                        new UnaryTest.Ordered(Comparison.AT_MOST, high),
                                        new UnaryTest.Ordered(Comparison.AT_LEAST, low),
                                        new UnaryTest.Equal(low))));
        var link =
                new FactLink.Implication("a law", Map.of(a, when), Map.of(new FactName("b"), then));
        assertThat(ProofWording.link(link))
                .isEqualTo(
                        "Anyone who has a from 2 and below 5 has b not above 2 up to 5 or up to 5"
                                + " or from 2 or 2: a law");
        assertThat(ProofWording.link(new FactLink.Order("time", a, Comparison.LESS, a)))
                .isEqualTo("a is always less than a: time");
    }

    @Test
    void what_is_not_exact_is_named_with_its_line_where_it_has_one() {
        assertThat(ProofWording.unprovable(new Unprovable("Route", 12, "a loop")))
                .isEqualTo("Not provable: Route (line 12 of rules.dmn): a loop.");
        assertThat(ProofWording.unprovable(new Unprovable("Route", 0, "a loop")))
                .isEqualTo("Not provable: Route: a loop.");
    }

    @Test
    void verdicts_that_do_not_hold_are_in_capitals() {
        assertThat(Verdict.values())
                .extracting(ProofWording::verdict)
                .containsExactly(
                        "proved",
                        "FAILED",
                        "NOT DECIDED within the limit",
                        "nothing to prove",
                        "NOT PROVABLE");
    }

    @Test
    void obligations_have_the_numbers_and_titles_by_which_people_cite_them() {
        assertThat(Obligation.values())
                .extracting(Obligation::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(Obligation.NEVER_REFUSES.title()).isEqualTo("No machine ever refuses");
    }

    @Test
    void a_failure_without_a_reason_and_a_reason_without_a_failure_are_refused() {
        assertThatThrownBy(
                        () -> new Proof(Obligation.AGREES, Verdict.FAILED, List.of(), 0, List.of()))
                .hasMessage("FAILED with 0 failures");
        var failures = List.of(Failure.of("It fails."));
        assertThatThrownBy(
                        () -> new Proof(Obligation.AGREES, Verdict.PROVED, failures, 0, List.of()))
                .hasMessage("PROVED with 1 failures");
    }

    @Test
    void verdicts_are_stored_by_words_that_stay() {
        assertThat(Verdict.values())
                .extracting(Verdict::stored)
                .containsExactly(
                        "PROVED", "FAILED", "UNDECIDED", "NOTHING_TO_PROVE", "NOT_PROVABLE");
    }

    @Test
    void it_says_which_directives_above_were_checked_and_whether_all_are_named_exactly() {
        var pinned = new LayerProof(TOP, false, true, Verdict.PROVED);
        var named = new LayerProof(LOW, true, false, Verdict.PROVED);
        var all = report(true, pinned, named);
        assertThat(all.against()).containsExactly(TOP, LOW);
        assertThat(all.isPinned()).isFalse();
        assertThat(ProofWording.layersLookedAt(all)).startsWith("Only these directives and those");
        var extended = report(false, pinned);
        assertThat(extended.isPinned()).isTrue();
        assertThat(ProofWording.layersLookedAt(extended))
                .startsWith("No directives in force above were given,");
    }

    private static ProofReport report(boolean given, LayerProof... layers) {
        return new ProofReport(
                LOW, List.of(layers), given, List.of(), List.of(), List.of(), 1000, 7);
    }

    // People side by side.

    @Test
    void people_are_shown_by_what_the_region_names_and_what_they_differ_in() {
        var a = new FactName("a");
        var b = new FactName("b");
        var c = new FactName("c");
        var one = new Facts(Map.of(a, Value.of(1), b, Value.of(true), c, Value.of("x")));
        var other = new Facts(Map.of(a, Value.of(1), b, Value.of(true)));
        var failure =
                new Failure(
                        "It fails.",
                        "a is 1",
                        List.of(a),
                        List.of(new Person(one, ""), new Person(other, "")));
        var table = WitnessTable.of(failure);
        assertThat(table.mattering()).extracting(WitnessTable.Row::fact).containsExactly(a, c);
        assertThat(table.mattering().getLast().values())
                .containsExactly(Optional.of(Value.of("x")), Optional.empty());
        assertThat(table.others()).extracting(WitnessTable.Row::fact).containsExactly(b);
    }

    // Limits.

    @Test
    void fifty_failures_are_shown_and_the_others_counted() {
        var space = new FactSpace(List.of(), Map.of(), List.of());
        var attempt = new ProofAttempt(Obligation.AGREES, space, List.of(), new SplitBudget(1));
        var proof =
                attempt.prove(proving ->
                        IntStream.range(0, 53)
                                .forEach(at -> {
                                    var failure = Failure.of("It fails at " + at + ".");
                                    if (at % 2 == 0) {
                                        proving.fail(failure);
                                    } else {
                                        proving.fail(() -> failure);
                                    }
                                }));
        assertThat(proof.failures()).hasSize(50);
        assertThat(proof.more()).isEqualTo(3);
        assertThat(proof.failures().getLast().says()).isEqualTo("It fails at 49.");
    }

    @Test
    void splits_are_counted_and_those_for_a_layer_too() throws PackException {
        var local = Pack.parse(CASES.resolve("d/d4-answer-days"));
        var prover = new Prover(Prover.DEFAULT_LIMIT);
        var alone = prover.prove(local, Layers.instead(List.of()));
        assertThat(alone.splits()).isPositive();
        assertThat(alone.proof(Obligation.NO_RESTRICTION).verdict())
                .isEqualTo(Verdict.NOTHING_TO_PROVE);
        assertThat(prover.prove(local, Layers.of(local)).splits()).isGreaterThan(alone.splits());
    }

    @Test
    void of_many_failures_for_one_layer_fifty_are_shown_too() throws PackException {
        var folder = CASES.resolve("d/d4-answer-days");
        var files = new TreeMap<>(Pack.files(folder));
        var facts = new StringBuilder("facts:\n");
        IntStream.range(0, 60)
                .forEach(at ->
                        facts.append("  - {name: q%d, type: text, use: reach}\n".formatted(at)));
        files.put("vocabulary.yaml", facts.toString().getBytes(UTF_8));
        var proof = Prover.of(Pack.parse("low", files)).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.failures()).hasSize(50);
        // Sixty questions, and more days to answer one.
        assertThat(proof.more()).isEqualTo(11);
    }

    @Test
    void obligations_are_reported_in_order_and_links_where_there_is_a_layer() throws PackException {
        var local = Pack.parse(HolesTest.folder("d/d7-laundered"));
        var prover = new Prover(Prover.DEFAULT_LIMIT);
        var below = prover.prove(local, Layers.of(local));
        assertThat(below.proofs())
                .extracting(Proof::obligation)
                .containsExactly(Obligation.values());
        var link = ProofWording.link(local.links().getFirst());
        assertThat(below.assumptions()).containsExactly(link);
        assertThat(below.conditions()).startsWith(link);
        var alone = prover.prove(local, Layers.instead(List.of()));
        assertThat(alone.proofs())
                .extracting(Proof::obligation)
                .containsExactly(Obligation.values());
        assertThat(alone.assumptions()).isEmpty();
    }

    @Test
    void a_prover_without_splits_is_refused() {
        assertThatThrownBy(() -> new Prover(0)).hasMessage("a limit of 0 splits");
        assertThat(new Prover(1)).isNotNull();
    }

    @Test
    void time_is_up_after_the_time_and_not_at_its_end() throws PackException {
        var pack = Pack.parse(CASES.resolve("d"));
        var layers = Layers.of(pack);
        var ends = Duration.ofSeconds(10);
        var proved = new Prover(Prover.DEFAULT_LIMIT, clock(10_000), ends).prove(pack, layers);
        assertThat(proved.proof(Obligation.ANSWERS).verdict()).isEqualTo(Verdict.PROVED);
        var late = new Prover(Prover.DEFAULT_LIMIT, clock(10_001), ends).prove(pack, layers);
        var undecided = late.proof(Obligation.ANSWERS);
        assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(undecided.notes())
                .extracting(Failure::says)
                .containsExactly("Not decided in the time that there was.");
    }

    /** Begins at 5 milliseconds, and is later by so many whenever it is looked at again. */
    private static LongSupplier clock(long later) {
        var looks = new AtomicLong();
        return () -> looks.getAndIncrement() == 0 ? 5 : 5 + later;
    }

    // Layers.

    @Test
    void a_directive_is_a_layer_with_all_that_it_extends_and_each_once() throws PackException {
        var state = Pack.read(CASES.resolve("top/generous"));
        var parent = state.parent().orElseThrow();
        assertThat(Layers.of(state).given()).isFalse();
        assertThat(Layers.of(state).all())
                .containsExactly(new Layer(state, false), new Layer(parent, false));
        var named = Layers.instead(List.of(parent, state, state));
        assertThat(named.given()).isTrue();
        assertThat(named.all()).containsExactly(new Layer(parent, false), new Layer(state, false));
        assertThat(named.under(List.of(parent)).all())
                .containsExactly(new Layer(parent, true), new Layer(state, false));
        assertThat(named.under(List.of(state)).all())
                .containsExactly(new Layer(parent, true), new Layer(state, true));
    }

    @Test
    void a_layer_is_named_exactly_where_the_pack_that_extends_it_does() throws PackException {
        var loose = Pack.parse(CASES.resolve("top/generous/province2"));
        assertThat(pinned(loose)).containsExactly(false, false);
        var state = Pack.read(CASES.resolve("top/generous")).ref();
        var files = new TreeMap<>(Pack.files(CASES.resolve("top/generous/province2")));
        var record = new String(files.getOrDefault("record.yaml", new byte[0]), UTF_8);
        var exact =
                record.replace(
                        "extends: generous",
                        "extends: {pack: generous, version: \"%s\", hash: %s}"
                                .formatted(state.version(), state.hash()));
        files.put("record.yaml", exact.getBytes(UTF_8));
        // The province names the state exactly, and the state does not so name what is above it.
        assertThat(pinned(Pack.parse("province2", files))).containsExactly(true, false);
    }

    private static List<Boolean> pinned(ParsedPack pack) {
        return Prover.of(pack).layers().stream().map(LayerProof::pinned).toList();
    }

    @Test
    void the_worst_result_of_several_layers_counts() throws PackException {
        var local = Pack.parse(CASES.resolve("top/generous/province"));
        var state = Pack.read(CASES.resolve("top/generous"));
        var layers = Layers.of(local).under(List.of(state));
        var both = new Prover(1).prove(local, layers);
        assertThat(both.layers())
                .extracting(LayerProof::verdict)
                .containsExactly(Verdict.UNDECIDED, Verdict.FAILED);
        assertThat(both.proof(Obligation.NO_RESTRICTION).verdict()).isEqualTo(Verdict.FAILED);
        var parent = new Prover(1).prove(local, Layers.of(local));
        assertThat(parent.proof(Obligation.NO_RESTRICTION).verdict()).isEqualTo(Verdict.UNDECIDED);
    }
}
