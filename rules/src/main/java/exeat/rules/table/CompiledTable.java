package exeat.rules.table;

import exeat.rules.dmn.HitPolicy;
import exeat.rules.table.TableAnswer.TableRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A single decision table, compiled: a decision is one search for each input, the intersection of
 * one set of rules for each, and its first bit. Rules that cannot match cost nothing of their own.
 *
 * <p>Immutable and safe to share between threads. Comes from {@link DecisionTables}.
 */
public final class CompiledTable {

    /** In place of a rule's number: no rule matches. */
    public static final int NO_RULE = RuleSearch.NONE;

    /** In place of a rule's number: rules match together that the hit policy promises never do. */
    public static final int CLASH = -2;

    private final String name;
    private final HitPolicy policy;
    private final List<String> inputs;
    private final Column.Input[] columns;
    private final RuleSearch search;
    private final TableRule[] rules;

    /** By bit, from the second on: the rule's number. The first is NO_RULE. */
    private final int[] numbers;

    /** Whether the policy promises something of rules that match together. */
    private final boolean promises;

    /** Under ANY, the same number for rules with the same outputs; else empty. */
    private final int[] sameOutputs;

    /**
     * @param rules in the order of their bits, which is the policy's
     * @param sameOutputs as {@link #sameOutputs}
     */
    CompiledTable(
            String name,
            HitPolicy policy,
            List<Column> columns,
            List<TableRule> rules,
            int[] sameOutputs) {
        this.name = name;
        this.policy = policy;
        this.columns = columns.stream().map(Column::input).toArray(Column.Input[]::new);
        this.inputs = columns.stream().map(column -> column.input().name()).toList();
        this.search = RuleSearch.of(rules.size(), columns);
        this.numbers =
                IntStream.concat(IntStream.of(NO_RULE), rules.stream().mapToInt(TableRule::number))
                        .toArray();
        this.promises = policy == HitPolicy.Single.UNIQUE || policy == HitPolicy.Single.ANY;
        this.rules = rules.toArray(TableRule[]::new);
        this.sameOutputs = sameOutputs;
    }

    /** The decision's name. */
    public String name() {
        return name;
    }

    /** The inputs that rules test, in the order of the slots. */
    public List<String> inputs() {
        return inputs;
    }

    /**
     * The facts of one case, ready for {@link #decide}. What is not in the map is null; names that
     * no rule tests are passed over.
     *
     * @param values texts as String, truths as Boolean, dates as LocalDate or ISO text, numbers as
     *     whole numbers or BigDecimal (a double is not exact)
     * @throws IllegalArgumentException if a value is not of its input's type or not among the
     *     declared input values; the message names the input and never the value
     */
    public EncodedFacts encode(Map<String, ? extends @Nullable Object> values) {
        var slots = new long[columns.length];
        var given = new @Nullable Object[columns.length];
        for (int at = 0; at < slots.length; at++) {
            given[at] = values.get(columns[at].name());
            slots[at] = columns[at].slot(given[at]);
        }
        return new EncodedFacts(this, slots, given);
    }

    /**
     * The number of the rule that the table settles on, or the first that it lists: its place in
     * the file, from 0; or {@link #NO_RULE}, or {@link #CLASH}.
     */
    public int rule(EncodedFacts facts) {
        int bit = settle(facts.slots(this));
        return bit == CLASH ? CLASH : numbers[bit + 1];
    }

    /** What the table says of these facts. */
    public TableAnswer decide(EncodedFacts facts) {
        return switch (policy) {
            case HitPolicy.Single single -> {
                int bit = settle(facts.slots(this));
                yield switch (bit) {
                    case NO_RULE -> new TableAnswer.NoRule(facts);
                    case CLASH -> new TableAnswer.Clash(hits(facts), facts);
                    default -> new TableAnswer.One(rules[bit], facts);
                };
            }
            case HitPolicy.Multiple multiple -> many(hits(facts), facts);
            case HitPolicy.Collect(var aggregation) -> {
                var hits = hits(facts);
                yield aggregation
                        .<TableAnswer>map(by ->
                                new TableAnswer.Aggregate(Aggregator.of(by, hits), hits, facts))
                        .orElseGet(() -> many(hits, facts));
            }
        };
    }

    private static TableAnswer many(List<TableRule> hits, EncodedFacts facts) {
        return hits.isEmpty() ? new TableAnswer.NoRule(facts) : new TableAnswer.Many(hits, facts);
    }

    /** The bit of the rule that the policy settles on; or NO_RULE, or CLASH. */
    private int settle(long[] slots) {
        int first = search.first(slots);
        return promises && clashes(first, slots) ? CLASH : first;
    }

    private boolean clashes(int first, long[] slots) {
        if (first == NO_RULE) {
            return false;
        }
        int next = search.next(slots, first + 1);
        while (next != NO_RULE && !differ(first, next)) {
            next = search.next(slots, next + 1);
        }
        return next != NO_RULE;
    }

    private boolean differ(int first, int other) {
        return sameOutputs.length == 0 || sameOutputs[first] != sameOutputs[other];
    }

    private List<TableRule> hits(EncodedFacts facts) {
        var slots = facts.slots(this);
        var hits = new ArrayList<TableRule>();
        for (int bit = search.first(slots); bit != NO_RULE; bit = search.next(slots, bit + 1)) {
            hits.add(rules[bit]);
        }
        return hits;
    }
}
