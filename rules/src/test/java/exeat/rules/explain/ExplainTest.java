package exeat.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.RandomPacks;
import exeat.rules.document.Phrases;
import exeat.rules.explain.RuleTrace.Failed;
import exeat.rules.explain.RuleTrace.Matched;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueInterval;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares explanations and counterfactuals with trying every set of facts. */
class ExplainTest {

    private static final FactName PURPOSE = new FactName("purpose");

    /** "You", its forms, and the verbs that only it takes; Korean has no such word, but a form. */
    private static final Properties YOU = you();

    private static Properties you() {
        var file = Packs.root().resolve("rules/src/test/resources/explain/you.properties");
        var patterns = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            patterns.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return patterns;
    }

    @Test
    void the_facts_that_mattered_are_a_smallest_set_with_the_fewest_protected() {
        for (long seed = 1; seed <= 40; seed++) {
            var directive = RandomPacks.of(seed, 4, 5);
            for (var facts : someCases(directive, seed, 6)) {
                checkMattered(directive, facts, "seed " + seed + " " + facts);
            }
        }
        var directive = Packs.prc1963();
        for (var facts : someCases(directive, 1963, 12)) {
            checkMattered(directive, facts, facts.toString());
        }
    }

    private static void checkMattered(Directive directive, Facts facts, String what) {
        var mattered = SufficientReason.of(directive, facts);
        var finding = directive.decide(facts);
        if (finding.why().equals(Optional.of(ReferReason.UNANSWERED))) {
            assertThat(mattered).as(what).isEmpty();
            return;
        }
        var best = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (var set : subsets(List.copyOf(facts.values().keySet()))) {
            int guarded = (int) set.stream().filter(directive.vocabulary()::isProtected).count();
            boolean better = set.size() < best[0] || (set.size() == best[0] && guarded < best[1]);
            if (better && settles(directive, facts, set, finding)) {
                best = new int[] {set.size(), guarded};
            }
        }
        var chosen = mattered.orElseThrow();
        assertThat(chosen.isSmallest()).as(what).isTrue();
        assertThat(settles(directive, facts, Set.copyOf(chosen.facts()), finding))
                .as(what)
                .isTrue();
        assertThat(chosen.facts()).as(what).hasSize(best[0]);
        assertThat(chosen.facts().stream().filter(directive.vocabulary()::isProtected))
                .as(what)
                .hasSize(best[1]);
        var rough = SufficientReason.of(directive, facts, 0).orElseThrow();
        assertThat(settles(directive, facts, Set.copyOf(rough.facts()), finding)).as(what).isTrue();
    }

    private static boolean settles(
            Directive directive, Facts facts, Set<FactName> set, Finding finding) {
        var some = new TreeMap<>(facts.values());
        some.keySet().retainAll(set);
        return same(directive.decide(new Facts(some)), finding);
    }

    private static boolean same(Finding one, Finding other) {
        boolean unanswered = one.why().equals(Optional.of(ReferReason.UNANSWERED));
        boolean carries =
                one.outcome() == Outcome.APPROVE_ALWAYS || one.routes().equals(other.routes());
        return !unanswered
                && one.outcome() == other.outcome()
                && one.purpose().equals(other.purpose())
                && one.burden().equals(other.burden())
                && carries;
    }

    @Test
    void what_would_change_it_is_the_fewest_facts_and_leads_to_approval() {
        int ways = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var directive = RandomPacks.of(seed, 4, 5);
            for (var facts : someCases(directive, seed, 8)) {
                ways += checkChanges(directive, facts, "seed " + seed + " " + facts);
            }
        }
        var directive = Packs.prc1963();
        for (var facts : someCases(directive, 8, 60)) {
            ways += checkChanges(directive, facts, facts.toString());
        }
        assertThat(ways).isGreaterThan(100);
    }

    private static int checkChanges(Directive directive, Facts facts, String what) {
        var changes = Counterfactuals.of(directive, facts);
        assertThat(changes.isComplete()).as(what).isTrue();
        if (directive.decide(facts).outcome().approves()) {
            assertThat(changes.ways()).as(what).isEmpty();
            return 0;
        }
        var may =
                directive.vocabulary().facts().stream()
                        .filter(fact -> fact.use() == FactDefinition.Use.DECIDE)
                        .filter(FactDefinition::isChangeable)
                        .toList();
        Set<Map<FactName, Value>> expected = Set.of();
        for (int size = 1; size <= may.size() && expected.isEmpty(); size++) {
            expected = leading(directive, facts, may, size);
        }
        boolean isOpen = canApprove(directive, facts);
        assertThat(changes.isOpen()).as(what).isEqualTo(isOpen);
        boolean opens = expected.isEmpty() && !isOpen;
        var known = may.stream().filter(fact -> facts.knows(fact.name())).toList();
        for (int size = 1; opens && size <= known.size() && expected.isEmpty(); size++) {
            expected = opening(directive, facts, known, size);
        }
        assertThat(opens ? changes.ways() : changes.openings()).as(what).isEmpty();
        var given = new HashSet<Map<FactName, Value>>();
        for (var way : opens ? changes.openings() : changes.ways()) {
            assertThat(way.finding().outcome().approves()).as(what).isEqualTo(!opens);
            for (var item : way.items()) {
                var fact = directive.vocabulary().definition(item.fact()).orElseThrow();
                assertThat(fact.isProtected()).as(what).isFalse();
                assertThat(item.evidence()).isEqualTo(fact.evidence());
                assertThat(item.anyAnswer())
                        .as(what)
                        .isEqualTo(
                                !facts.knows(item.fact())
                                        && item.values().containsAll(RandomPacks.values(fact)));
            }
            given.addAll(combinations(way.items(), 0, Map.of()));
        }
        assertThat(given).as(what).isEqualTo(expected);
        return given.size();
    }

    private static List<Map<FactName, Value>> combinations(
            List<Counterfactuals.Item> items, int at, Map<FactName, Value> chosen) {
        if (at == items.size()) {
            return List.of(chosen);
        }
        var all = new ArrayList<Map<FactName, Value>>();
        for (var value : items.get(at).values()) {
            var more = new HashMap<>(chosen);
            more.put(items.get(at).fact(), value);
            all.addAll(combinations(items, at + 1, more));
        }
        return all;
    }

    /** Every change of exactly so many facts that leads to approval. */
    private static Set<Map<FactName, Value>> leading(
            Directive directive, Facts facts, List<FactDefinition> may, int size) {
        var found = new HashSet<Map<FactName, Value>>();
        for (var set : subsets(may.stream().map(FactDefinition::name).toList())) {
            if (set.size() == size) {
                for (var change : changes(directive, facts, List.copyOf(set))) {
                    if (directive.decide(facts.withAll(new Facts(change))).outcome().approves()) {
                        found.add(change);
                    }
                }
            }
        }
        return found;
    }

    /**
     * Every change of exactly this many facts after which completing the unknown facts can lead to
     * approval.
     */
    private static Set<Map<FactName, Value>> opening(
            Directive directive, Facts facts, List<FactDefinition> may, int size) {
        var found = new HashSet<Map<FactName, Value>>();
        for (var set : subsets(may.stream().map(FactDefinition::name).toList())) {
            if (set.size() == size) {
                for (var change : changes(directive, facts, List.copyOf(set))) {
                    if (canApprove(directive, facts.withAll(new Facts(change)))) {
                        found.add(change);
                    }
                }
            }
        }
        return found;
    }

    /** Whether some completion of the unknown facts is approved. */
    private static boolean canApprove(Directive directive, Facts facts) {
        var finding = directive.decide(facts);
        if (finding.unanswered().isEmpty()) {
            return finding.outcome().approves();
        }
        var fact = directive.vocabulary().definition(finding.unanswered().getFirst()).orElseThrow();
        return RandomPacks.values(fact).stream()
                .anyMatch(value -> canApprove(directive, facts.with(fact.name(), value)));
    }

    private static List<Map<FactName, Value>> changes(
            Directive directive, Facts facts, List<FactName> set) {
        var all = new ArrayList<Map<FactName, Value>>(List.of(Map.of()));
        for (var name : set) {
            var fact = directive.vocabulary().definition(name).orElseThrow();
            var more = new ArrayList<Map<FactName, Value>>();
            for (var value : RandomPacks.values(fact)) {
                if (!facts.value(name).equals(Optional.of(value))) {
                    for (var change : all) {
                        var longer = new HashMap<>(change);
                        longer.put(name, value);
                        more.add(longer);
                    }
                }
            }
            all = more;
        }
        return all;
    }

    /** "You take goods with you or you take no goods with you" tells nobody anything. */
    @Test
    void what_may_have_any_answer_is_asked_for_without_its_values() {
        var directive = Packs.prc1963();
        var fact = new FactName("applied to build");
        var values = List.of(Value.of(true), Value.of(false));
        var any = new Counterfactuals.Item(fact, values, List.of(), Optional.empty(), true);
        var both = new Counterfactuals.Item(fact, values, List.of(), Optional.empty(), false);
        for (var language : directive.messages().languages()) {
            var say = new Phrases(directive.messages(), Locale.of(language));
            for (var reader : Reader.values()) {
                var words = new FactWording(say, reader);
                var or = say.say("explain.or", "", "");
                assertThat(words.condition(both)).contains(or);
                assertThat(words.condition(any)).contains(words.label(fact)).doesNotContain(or);
            }
            var asked = new FactWording(say, Reader.OFFICER).condition(any);
            assertThat(Pattern.compile(YOU.getProperty(language)).matcher(asked).find()).isFalse();
        }
    }

    @Test
    void numbers_that_would_be_enough_are_given_as_ranges() throws PackException {
        var directive = Pack.read(Packs.root().resolve("rules/src/test/resources/packs/good"));
        var facts =
                Facts.NONE
                        .with(PURPOSE, Value.of("settle"))
                        .with(new FactName("length of boat"), Value.of(9))
                        .with(
                                new FactName("day of birth"),
                                Value.of(java.time.LocalDate.of(1930, 1, 1)))
                        .with(new FactName("home port"), Value.of("Calais"))
                        .with(new FactName("sea legs"), Value.of(true))
                        .with(new FactName("age"), Value.of(33));
        var changes = Counterfactuals.of(directive, facts);
        assertThat(changes.ways()).hasSize(1);
        assertThat(changes.ways().getFirst().items().getFirst().spans())
                .containsExactly(
                        new ValueInterval(
                                Optional.of(Value.of(2)),
                                true,
                                Optional.of(Value.of(new java.math.BigDecimal("7.5"))),
                                false));
        var explanation = Explanation.of(directive, directive.decide(facts), Locale.ENGLISH);
        assertThat(explanation.counterfactuals())
                .anyMatch(text -> text.contains("Length of the boat: 2 or more, less than 7.5"));
    }

    @Test
    void a_trace_shows_each_rule_and_the_first_test_that_failed() {
        var directive = Packs.prc1963();
        for (var facts : someCases(directive, 3, 50)) {
            var finding = directive.decide(facts);
            var rules =
                    RuleTrace.of(directive, facts).decisions().stream()
                            .flatMap(decision -> decision.rules().stream())
                            .toList();
            assertThat(rules).hasSameSizeAs(directive.rules());
            var matched =
                    rules.stream()
                            .filter(tried -> tried.result() instanceof Matched)
                            .map(tried -> tried.rule().id())
                            .toList();
            assertThat(matched).containsAll(finding.grounds().stream().map(Ground::rule).toList());
            for (var tried : rules) {
                if (tried.result() instanceof Failed failed) {
                    assertThat(tried.rule().conditions())
                            .containsEntry(failed.fact().text(), failed.test());
                    assertThat(failed.value()).isEqualTo(facts.value(failed.fact()));
                }
            }
        }
    }

    @Test
    void the_public_part_reveals_no_protected_fact() {
        var directive = Packs.prc1963();
        var vocabulary = directive.vocabulary();
        for (var facts : someCases(directive, 5, 200)) {
            var finding = directive.decide(facts);
            for (var language : directive.messages().languages()) {
                var locale = Locale.of(language);
                var open = String.join("\n", Explanation.of(directive, finding, locale).open());
                for (var fact : vocabulary.facts()) {
                    if (fact.isProtected()) {
                        var label = "fact." + fact.name().slug() + ".label";
                        assertThat(open).doesNotContain(directive.messages().text(locale, label));
                    }
                }
                for (var told :
                        List.of(
                                "route.A",
                                "route.C",
                                "paragraph.2.1",
                                "paragraph.3.1",
                                "instrument.telegram-182",
                                "ground.kinship-not-found",
                                "document.word-on-kinship")) {
                    if (finding.outcome().approves()) {
                        assertThat(open).doesNotContain(directive.messages().text(locale, told));
                    }
                }
            }
        }
    }

    @Test
    void a_language_without_phrases_is_explained_in_english_and_counted_as_english_counts() {
        var directive = Packs.prc1963();
        var finding = directive.decide(Facts.NONE.with(PURPOSE, Value.of("settle")));
        assertThat(Explanation.isSpoken("zxx")).isFalse();
        assertThat(Explanation.isSpoken("../x")).isFalse();
        assertThat(Explanation.faults("zxx")).containsExactly("explain_zxx.properties: is missing");
        assertThat(Explanation.of(directive, finding, Locale.of("zxx")).open())
                .isEqualTo(Explanation.of(directive, finding, Locale.ENGLISH).open());
    }

    /** A file of the tests, for a code that no language has. */
    @Test
    void what_a_language_that_is_not_finished_lacks_is_named() {
        var directive = Packs.prc1963();
        var finding = directive.decide(Facts.NONE.with(PURPOSE, Value.of("settle")));
        assertThat(Explanation.isSpoken("qaa")).isTrue();
        assertThat(Explanation.faults("qaa")).anyMatch(fault -> fault.endsWith(" is missing"));
        assertThatThrownBy(() -> Explanation.of(directive, finding, Locale.of("qaa")).open())
                .isInstanceOf(IllegalStateException.class)
                .message()
                .isIn(Explanation.faults("qaa"));
    }

    /** Random cases with some unknown facts. */
    private static List<Facts> someCases(Directive directive, long seed, int count) {
        var random = new Random(seed);
        var cases = new ArrayList<Facts>();
        for (int at = 0; at < count; at++) {
            var facts = Facts.NONE;
            for (var fact : directive.vocabulary().facts()) {
                var values = RandomPacks.values(fact);
                boolean given = fact.name().equals(PURPOSE) || random.nextInt(6) > 0;
                if (given && !values.isEmpty()) {
                    facts = facts.with(fact.name(), values.get(random.nextInt(values.size())));
                }
            }
            cases.add(facts);
        }
        return cases;
    }

    private static List<Set<FactName>> subsets(List<FactName> names) {
        var all = new ArrayList<Set<FactName>>();
        for (int bits = 0; bits < 1 << names.size(); bits++) {
            var set = new TreeSet<FactName>();
            for (int at = 0; at < names.size(); at++) {
                if ((bits >> at & 1) == 1) {
                    set.add(names.get(at));
                }
            }
            all.add(set);
        }
        return all;
    }

    @Test
    void officers_read_of_the_person_and_are_never_addressed_as_them() {
        for (var directive : List.of(Packs.prc1963(), Packs.eu2003())) {
            for (var facts : someCases(directive, 7, 60)) {
                var finding = directive.decide(facts);
                for (var language : directive.messages().languages()) {
                    assertThat(YOU).as("how people are addressed").containsKey(language);
                    var you = Pattern.compile(YOU.getProperty(language));
                    var reasons =
                            Reasons.of(directive, finding, Locale.of(language), Reader.OFFICER);
                    var said = new ArrayList<>(reasons.changes());
                    reasons.mattered().ifPresent(sentence -> said.add(sentence.text()));
                    assertThat(said).as(language).noneMatch(text -> you.matcher(text).find());
                }
            }
        }
    }
}
