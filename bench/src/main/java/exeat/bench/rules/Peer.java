package exeat.bench.rules;

import java.util.List;
import java.util.Map;

/** An engine of others: a map of facts goes in, the id of a rule comes out. */
abstract class Peer implements Engine {

    /** What an engine gives in place of an answer when no rule matches. */
    static final Object NONE = new Object();

    private List<Map<String, Object>> facts = List.of();

    /** A case in the engine's types. */
    abstract Map<String, Object> facts(BenchCase person);

    /** The id of the matching rule, or {@link #NONE}. */
    abstract Object decide(Map<String, Object> person);

    @Override
    public final void take(List<BenchCase> cases) {
        facts = cases.stream().map(this::facts).toList();
    }

    @Override
    public final int answer(int person) {
        var answer = decide(facts.get(person));
        return answer instanceof String id ? Workload.number(id) : Workload.NO_RULE;
    }

    @Override
    public final long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            sum += decide(facts.get(at & (facts.size() - 1))) == NONE ? 1 : 2;
        }
        return sum;
    }
}
