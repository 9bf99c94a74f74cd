package exeat.bench.rules;

import exeat.rules.Directive;
import exeat.rules.fact.EncodedFacts;
import exeat.rules.fact.FactReader;
import exeat.rules.finding.Finding;
import java.util.List;
import java.util.Map;

/** Exeat as it decides real cases: {@link Directive#decide} of a pack, with the whole finding. */
final class Exeat extends FindingEngine {

    private final Directive directive;
    private final FactReader reader;
    private Input input = Input.READY;
    private List<Map<String, Object>> raw = List.of();
    private EncodedFacts[] ready = {};

    Exeat(Directive directive) {
        this.directive = directive;
        this.reader = directive.reader();
    }

    @Override
    public void take(List<Map<String, Object>> people, Input form) {
        input = form;
        raw = List.copyOf(people);
        ready =
                people.stream()
                        .map(reader::read)
                        .map(directive::encode)
                        .toArray(EncodedFacts[]::new);
    }

    @Override
    Finding finding(int person) {
        return input == Input.RAW
                ? directive.decide(reader.read(raw.get(person & (raw.size() - 1))))
                : directive.decide(ready[person & (ready.length - 1)]);
    }

    @Override
    public long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            sum += keep(at, finding(at));
        }
        return sum;
    }
}
