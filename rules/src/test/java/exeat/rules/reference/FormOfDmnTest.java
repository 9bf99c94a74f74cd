package exeat.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.RandomPack;
import exeat.rules.canonical.FormDecision;
import exeat.rules.canonical.FormRules;
import exeat.rules.canonical.FormValue;
import exeat.rules.dmn.engine.DecisionResult;
import exeat.rules.dmn.engine.DmnFile;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import exeat.rules.source.PackException;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The same model, evaluated both ways: the file by the engine for whole DMN, and the form that was
 * made of it by the reference.
 */
class FormOfDmnTest {

    private static final long SEEDS = Long.getLong("exeat.reference.packs", 60);

    private int compared;

    @Test
    void forms_of_the_packs_of_the_project_say_what_their_files_say() throws PackException {
        for (var folder : Packs.folders()) {
            var files = Pack.files(folder);
            compare(folder.toString(), Packs.read(folder), files, 60);
        }
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void forms_of_packs_by_chance_say_what_their_files_say() throws PackException {
        for (long seed = 0; seed < SEEDS; seed++) {
            var files = RandomPack.worded("above", RandomPack.files(seed));
            if (Pack.parse("above", files).faults().isEmpty()) {
                compare("seed " + seed, Pack.read("above", files), files, 60);
            }
        }
        assertThat(compared).isGreaterThan((int) SEEDS * 20);
    }

    private void compare(String what, Directive directive, Map<String, byte[]> files, int people) {
        var rules = Optional.ofNullable(files.get("rules.dmn")).orElseThrow();
        var file = DmnFile.read(rules, Optional.empty(), new ProblemCollector()).orElseThrow();
        var judge = Judge.of(directive);
        var random = new Random(what.hashCode());
        for (int n = 0; n < people; n++) {
            var facts = Judge.values(judge.person(random, 0, 0));
            var given = new HashMap<String, FeelValue>();
            facts.forEach((name, value) -> given.put(name, feel(value)));
            // What no rule reads the file may still name as an input.
            for (var fact : directive.form().rules().facts()) {
                given.putIfAbsent(fact.name(), Values.NULL);
            }
            for (var decision : directive.form().rules().decisions()) {
                var expected = judge.evaluator().given(decision.name(), facts);
                var told = file.evaluate(decision.name(), given);
                assertThat(told)
                        .as("%s, %s of %s", what, decision.name(), facts)
                        .satisfies(answer -> agree(decision, expected, answer));
                compared++;
            }
        }
    }

    private static void agree(
            FormDecision decision, List<Map<String, FormValue>> expected, DecisionResult told) {
        if (told instanceof DecisionResult.Refused(var element, var why)) {
            // Of no rule the whole engine may say so, where the form gives nothing.
            assertThat(expected).as("%s: %s", element, why).isEmpty();
            return;
        }
        var value = ((DecisionResult.Known) told).value();
        var found = value instanceof FeelValue.Items(var items) ? items : List.of(value);
        var wanted = new ArrayList<FeelValue>();
        expected.forEach(outputs -> wanted.add(feel(outputs)));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        wanted.isEmpty() && !found.isEmpty() ? List.of(Values.NULL) : wanted);
        assertThat(FormRules.ORDER).contains(decision.name());
    }

    private static FeelValue feel(Map<String, FormValue> outputs) {
        if (outputs.size() == 1) {
            return feel(outputs.values().iterator().next());
        }
        var entries = new java.util.LinkedHashMap<String, FeelValue>();
        outputs.forEach((name, value) -> entries.put(name, feel(value)));
        return new FeelValue.Context(entries);
    }

    private static FeelValue feel(FormValue value) {
        return switch (value) {
            case FormValue.Text text -> Values.of(text.text());
            case FormValue.Numeral number -> new FeelValue.Num(number.number());
            case FormValue.Truth truth -> Values.of(truth.truth());
            case FormValue.Day day -> new FeelValue.Date(day.date());
            case FormValue.Absent absent -> Values.NULL;
            case FormValue.Withheld withheld -> Values.of("withheld");
        };
    }
}
