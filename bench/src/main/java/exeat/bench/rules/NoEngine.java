package exeat.bench.rules;

import exeat.bench.rules.subject.Said;
import java.util.List;
import java.util.Map;

/** A placeholder until an engine is set. */
final class NoEngine implements Engine {

    @Override
    public void take(List<Map<String, Object>> people, Input input) {}

    @Override
    public Said answer(int person) {
        throw new IllegalStateException("no engine was set");
    }

    @Override
    public long pass(int from, int count) {
        throw new IllegalStateException("no engine was set");
    }
}
