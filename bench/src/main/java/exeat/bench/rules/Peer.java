package exeat.bench.rules;

import exeat.bench.rules.subject.Said;
import exeat.bench.rules.subject.Said.Clearance;
import exeat.bench.rules.subject.Said.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Another project's engine: a map of facts goes in, the outputs of five decisions come out. */
abstract class Peer implements Engine {

    private static final int KEPT = 64;

    private final @Nullable Said[] last = new @Nullable Said[KEPT];
    private Input input = Input.READY;
    private List<Map<String, Object>> people = List.of();

    /** A person in the engine's types, from values as a JSON reader returns them. */
    abstract Map<String, Object> facts(Map<String, Object> raw);

    /** The values with dates instead of texts, in a mutable map. */
    static Map<String, Object> withDay(Map<String, Object> raw) {
        var map = new HashMap<>(raw);
        map.computeIfPresent("arrived", (_, day) -> LocalDate.parse((String) day));
        return map;
    }

    /** Evaluates all five decisions, and reads every output. */
    abstract Said decide(Map<String, Object> person);

    @Override
    public final void take(List<Map<String, Object>> raw, Input form) {
        input = form;
        people = form == Input.RAW ? List.copyOf(raw) : raw.stream().map(this::facts).toList();
    }

    @Override
    public final Said answer(int person) {
        var taken = people.get(person & (people.size() - 1));
        return decide(input == Input.RAW ? facts(taken) : taken);
    }

    @Override
    public final long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            var said = answer(at);
            last[at & (KEPT - 1)] = said;
            sum += said.rule().length();
        }
        return sum;
    }

    /**
     * An engine's answer, from the rows that its decisions returned.
     *
     * @param <R> a row, or a context
     * @param route the row that matched; null if none did
     * @param output reads an output of a row
     * @param documents the outputs of the decision on documents
     */
    static <R> Said said(
            @Nullable R route,
            List<? extends R> clearances,
            R paper,
            List<? extends R> toSetAside,
            List<?> documents,
            BiFunction<R, String, @Nullable Object> output) {
        var asked = new ArrayList<Clearance>(clearances.size());
        for (R row : clearances) {
            asked.add(
                    new Clearance(
                            text(output.apply(row, "clearance")),
                            text(output.apply(row, "unit")),
                            whole(output.apply(row, "days"))));
        }
        var own = route == null ? "" : text(output.apply(route, "route"));
        var grounds = new ArrayList<String>(toSetAside.size());
        for (R row : toSetAside) {
            if (text(output.apply(row, "route")).equals(own)) {
                grounds.add(text(output.apply(row, "ground")));
            }
        }
        return new Said(
                route == null ? "refer" : text(output.apply(route, "outcome")),
                own,
                route == null ? "" : text(output.apply(route, "rule")),
                asked,
                documents.stream().map(Peer::text).toList(),
                new Paper(
                        whole(output.apply(paper, "validity")),
                        truth(output.apply(paper, "reentry")),
                        whole(output.apply(paper, "decision")),
                        whole(output.apply(paper, "fee")),
                        whole(output.apply(paper, "appearances"))),
                grounds);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static int whole(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : Integer.parseInt(text(value));
    }

    private static boolean truth(@Nullable Object value) {
        return value instanceof Boolean truth ? truth : Boolean.parseBoolean(text(value));
    }
}
