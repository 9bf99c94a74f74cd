package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.canonical.FormDecision.Rule;
import exeat.rules.canonical.FormRules;
import exeat.rules.reference.Judge;
import exeat.rules.reference.ReferenceEvaluator;
import exeat.rules.source.PackException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two people to whom each function gives the same label have the same substance. The other way
 * round it is so unless rules that list the same thing stand apart: then rules are compared, not
 * lists.
 */
class SubstanceFunctionsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void labels_tell_people_apart_as_substances_do(boolean mixed) throws PackException {
        int several = 0;
        for (long seed = 0; seed < 60; seed++) {
            var pack = ListingPack.of(seed, mixed);
            var space = FactSpaceBuilder.of(pack.vocabulary(), List.of(pack), List.of());
            var functions = SubstanceFunctions.of(new OutcomeFunctions(pack, space));
            var evaluator = new ReferenceEvaluator(pack.form());
            var byLabels = new HashMap<List<Integer>, Object>();
            for (var point : points(space)) {
                var labels = functions.stream().map(one -> one.at(point)).toList();
                var substance = substance(pack.form(), evaluator, space, point);
                assertThat(byLabels.computeIfAbsent(labels, _ -> substance))
                        .as("seed %d", seed)
                        .isEqualTo(substance);
            }
            var substances = byLabels.values().stream().distinct().count();
            if (!mixed) {
                assertThat(byLabels).as("seed %d", seed).hasSize((int) substances);
            }
            several += substances > 5 ? 1 : 0;
        }
        assertThat(several).isGreaterThan(40);
    }

    private static List<int[]> points(FactSpace space) {
        List<int[]> points = List.of(new int[space.dimensions().size()]);
        for (int at = 0; at < space.dimensions().size(); at++) {
            int fact = at;
            points =
                    points.stream()
                            .flatMap(point ->
                                    IntStream.range(0, space.count(fact))
                                            .mapToObj(value -> {
                                                var next = point.clone();
                                                next[fact] = value;
                                                return next;
                                            }))
                            .toList();
        }
        return points;
    }

    /** What docs/canonical-form.md says must be the same in every completion. */
    private static Object substance(
            FormRules form, ReferenceEvaluator evaluator, FactSpace space, int[] point) {
        var finding = evaluator.decide(Judge.known(space.facts(point)));
        var rules =
                form.decision(FormRules.ROUTE).orElseThrow().rules().stream()
                        .collect(Collectors.toMap(Rule::id, rule -> rule));
        var carrying =
                finding.grounds().stream()
                        .map(ground -> rules.get(ground.rule()))
                        .filter(rule -> rule.text("outcome").orElse("").equals(finding.outcome()))
                        .toList();
        return List.of(
                finding.outcome(),
                carrying.stream()
                        .flatMap(r -> r.text("route").stream())
                        .sorted()
                        .distinct()
                        .toList(),
                carrying.stream()
                        .filter(rule -> !rule.citation().held())
                        .flatMap(rule -> rule.citation().instrument().stream())
                        .distinct()
                        .toList(),
                finding.burden(),
                finding.setAside());
    }
}
