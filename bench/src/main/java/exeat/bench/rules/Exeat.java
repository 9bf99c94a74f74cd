package exeat.bench.rules;

import exeat.bench.rules.subject.RawFacts;
import exeat.rules.Directive;
import exeat.rules.fact.EncodedFacts;
import exeat.rules.finding.Finding;
import java.util.List;
import java.util.Map;

/** Exeat as people are decided by it: {@link Directive#decide} of a pack, the whole finding. */
final class Exeat extends FindingEngine {

    private final Directive directive;
    private final RawFacts reader;
    private Input input = Input.READY;
    private List<Map<String, Object>> raw = List.of();
    private EncodedFacts[] ready = {};

    Exeat(Directive directive) {
        this.directive = directive;
        this.reader = new RawFacts(directive.vocabulary());
    }

    @Override
    public void take(List<Map<String, Object>> people, Input form) {
        input = form;
        raw = List.copyOf(people);
        ready = people.stream().map(reader::of).map(directive::encode).toArray(EncodedFacts[]::new);
    }

    @Override
    Finding finding(int person) {
        return input == Input.RAW
                ? directive.decide(reader.of(raw.get(person & (raw.size() - 1))))
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
