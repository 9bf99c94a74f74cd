package exeat.bench.rules;

import exeat.rules.source.PackException;
import exeat.rules.table.CompiledTable;
import exeat.rules.table.DecisionTables;
import exeat.rules.table.EncodedFacts;
import exeat.rules.table.TableAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Exeat, as it is used in three ways. */
final class Exeat {

    private Exeat() {}

    static CompiledTable table(Workload workload) {
        var dmn =
                new DmnWriter(DmnWriter.Dialect.STANDARD)
                        .of(workload)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            return DecisionTables.read("bench.dmn", dmn, DmnWriter.DECISION);
        } catch (PackException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Facts encoded once, as an office does at intake; hand-written code reads the same. */
    abstract static class OverSlots implements Engine {

        private final CompiledTable table;
        private EncodedFacts[] people = {};

        OverSlots(CompiledTable table) {
            this.table = table;
        }

        @Override
        public final void take(List<BenchCase> cases) {
            people =
                    cases.stream()
                            .map(person -> table.encode(person.typed()))
                            .toArray(EncodedFacts[]::new);
        }

        final EncodedFacts person(int at) {
            return people[at & (people.length - 1)];
        }
    }

    /** From encoded facts to a rule's number. */
    static final class Bare extends OverSlots {

        private final CompiledTable table;

        Bare(CompiledTable table) {
            super(table);
            this.table = table;
        }

        @Override
        public int answer(int person) {
            return table.rule(person(person));
        }

        @Override
        public long pass(int from, int count) {
            long sum = 0;
            for (int at = from; at < from + count; at++) {
                sum += table.rule(person(at));
            }
            return sum;
        }
    }

    /** From encoded facts to an answer that holds the rule, with its id, and the facts. */
    static final class Explained extends OverSlots {

        private final CompiledTable table;

        Explained(CompiledTable table) {
            super(table);
            this.table = table;
        }

        @Override
        public int answer(int person) {
            return table.decide(person(person)) instanceof TableAnswer.One one
                    ? one.rule().number()
                    : Workload.NO_RULE;
        }

        @Override
        public long pass(int from, int count) {
            long sum = 0;
            for (int at = from; at < from + count; at++) {
                var answer = table.decide(person(at));
                sum += answer.facts().slot(0);
                sum += answer instanceof TableAnswer.One one ? one.rule().id().length() : 0;
            }
            return sum;
        }
    }

    /** From a map as a reader of JSON gives it, encoded anew each time, to a rule's number. */
    static final class FromMap implements Engine {

        private final CompiledTable table;
        private List<Map<String, Object>> people = List.of();

        FromMap(CompiledTable table) {
            this.table = table;
        }

        @Override
        public void take(List<BenchCase> cases) {
            people = cases.stream().map(BenchCase::json).toList();
        }

        @Override
        public int answer(int person) {
            return table.rule(table.encode(people.get(person)));
        }

        @Override
        public long pass(int from, int count) {
            long sum = 0;
            for (int at = from; at < from + count; at++) {
                sum += table.rule(table.encode(people.get(at & (people.size() - 1))));
            }
            return sum;
        }
    }
}
