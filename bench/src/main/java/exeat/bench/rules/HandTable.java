package exeat.bench.rules;

import exeat.bench.rules.subject.BenchPurpose;
import exeat.bench.rules.subject.Procedure;
import exeat.bench.rules.subject.TablePack;
import exeat.bench.rules.subject.Workload;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program for one table: finds the rule in its own way, and has the rest of each finding ready.
 */
abstract class HandTable extends FindingEngine {

    private static final Optional<ReferReason> BY_RULE = Optional.of(ReferReason.BY_RULE);
    private static final Optional<ReferReason> UNCOVERED = Optional.of(ReferReason.UNCOVERED);
    private static final BenchPurpose[] JOURNEYS = BenchPurpose.values();

    private final DirectiveRef ref;
    private final Outcome[] outcomes;
    private final List<List<String>> routes;
    private final List<List<Ground>> grounds;
    private final List<Burden> burdens = Stream.of(JOURNEYS).map(Procedure::burden).toList();

    /** The grounds for setting aside each rule's route, by purpose. */
    private final List<List<List<String>>> toSetAside;

    private Input input = Input.READY;
    private List<Map<String, Object>> raw = List.of();
    private HandPerson[] ready = {};

    HandTable(Directive directive, int rules) {
        this.ref = directive.ref();
        this.outcomes =
                IntStream.range(0, rules).mapToObj(Procedure::outcome).toArray(Outcome[]::new);
        this.routes =
                IntStream.range(0, rules)
                        .mapToObj(rule -> Procedure.route(rule).stream().toList())
                        .toList();
        this.grounds =
                IntStream.range(0, rules)
                        .mapToObj(rule -> List.of(TablePack.ground(directive, rule)))
                        .toList();
        this.toSetAside =
                Stream.of(JOURNEYS)
                        .map(journey ->
                                routes.stream()
                                        .map(route ->
                                                Procedure.grounds(
                                                        journey,
                                                        route.isEmpty() ? "" : route.getFirst()))
                                        .toList())
                        .toList();
    }

    /** The first rule that matches, or {@link Workload#NO_RULE}. */
    abstract int first(HandPerson person);

    @Override
    public final void take(List<Map<String, Object>> people, Input form) {
        input = form;
        raw = List.copyOf(people);
        ready = people.stream().map(HandPerson::of).toArray(HandPerson[]::new);
    }

    /** The person at an index, parsed each time if facts are raw. */
    final HandPerson person(int at) {
        return input == Input.RAW
                ? HandPerson.of(raw.get(at & (raw.size() - 1)))
                : ready[at & (ready.length - 1)];
    }

    @Override
    final Finding finding(int at) {
        var person = person(at);
        return finding(first(person), person);
    }

    /** The finding based on this rule, or on none. */
    final Finding finding(int rule, HandPerson person) {
        var purpose = JOURNEYS[person.purpose()].purpose();
        if (rule == Workload.NO_RULE) {
            return new Finding(
                    ref,
                    Outcome.REFER,
                    UNCOVERED,
                    purpose,
                    List.of(),
                    burdens.get(person.purpose()),
                    List.of(),
                    person.facts(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        var outcome = outcomes[rule];
        return new Finding(
                ref,
                outcome,
                outcome == Outcome.REFER ? BY_RULE : Optional.empty(),
                purpose,
                routes.get(rule),
                burdens.get(person.purpose()),
                grounds.get(rule),
                person.facts(),
                List.of(),
                List.of(),
                toSetAside.get(person.purpose()).get(rule));
    }
}
