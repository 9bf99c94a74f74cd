package exeat.bench.rules;

import exeat.bench.rules.subject.Program1963;
import exeat.bench.rules.subject.Program1963.Applicant;
import exeat.rules.Directive;
import exeat.rules.finding.Finding;
import java.util.List;
import java.util.Map;

/** The hand-written program for the directive of 1963. */
final class Hand1963 extends FindingEngine {

    private final Program1963 program;
    private Input input = Input.READY;
    private List<Map<String, Object>> raw = List.of();
    private Applicant[] ready = {};

    Hand1963(Directive directive) {
        this.program = new Program1963(directive);
    }

    @Override
    public void take(List<Map<String, Object>> people, Input form) {
        input = form;
        raw = List.copyOf(people);
        ready = people.stream().map(Program1963::applicant).toArray(Applicant[]::new);
    }

    @Override
    Finding finding(int person) {
        return program.decide(
                input == Input.RAW
                        ? Program1963.applicant(raw.get(person & (raw.size() - 1)))
                        : ready[person & (ready.length - 1)]);
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
