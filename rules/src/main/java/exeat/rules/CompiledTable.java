package exeat.rules;

import exeat.rules.TableAnswer.TableRule;
import exeat.rules.dmn.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A single decision table, compiled: a decision is one search for each input, the intersection of
 * one set of rules for each, and its first bit. Rules that cannot match cost nothing of their own.
 *
 * <p>Immutable and safe to share between threads. Comes from {@link DecisionTables}.
 */
public final class CompiledTable {

    /** In place of a rule's number: no rule matches. */
    public static final int NO_RULE = RuleSets.NONE;

    /** In place of a rule's number: rules match together that the hit policy promises never do. */
    public static final int CLASH = -2;

    private final String name;
    private final HitPolicy policy;
    private final List<String> inputs;
    private final Column[] columns;
    private final RuleSets sets;
    private final Optional<OnePage> onePage;
    private final TableRule[] rules;

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
        this.inputs = columns.stream().map(Column::name).toList();
        this.columns = columns.toArray(Column[]::new);
        this.sets = new RuleSets(rules.size(), columns.stream().map(Column::sets).toList());
        this.onePage =
                rules.size() <= 64
                        ? Optional.of(new OnePage(rules.size(), columns))
                        : Optional.empty();
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
        return bit < 0 ? bit : rules[bit].number();
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
                                new TableAnswer.Aggregate(Aggregates.of(by, hits), hits, facts))
                        .orElseGet(() -> many(hits, facts));
            }
        };
    }

    private static TableAnswer many(List<TableRule> hits, EncodedFacts facts) {
        return hits.isEmpty() ? new TableAnswer.NoRule(facts) : new TableAnswer.Many(hits, facts);
    }

    /** The bit of the rule that the policy settles on; or NO_RULE, or CLASH. */
    private int settle(long[] slots) {
        if (onePage.isPresent()) {
            long hits = onePage.get().hits(slots);
            if (hits == 0) {
                return NO_RULE;
            }
            int first = Long.numberOfTrailingZeros(hits);
            return promises && clashes(first, hits & (hits - 1)) ? CLASH : first;
        }
        var classes = classes(slots);
        int first = sets.next(classes, 0);
        if (first == NO_RULE || !promises) {
            return first;
        }
        for (int next = sets.next(classes, first + 1);
                next != NO_RULE;
                next = sets.next(classes, next + 1)) {
            if (differ(first, next)) {
                return CLASH;
            }
        }
        return first;
    }

    private boolean clashes(int first, long others) {
        for (long left = others; left != 0; left &= left - 1) {
            if (differ(first, Long.numberOfTrailingZeros(left))) {
                return true;
            }
        }
        return false;
    }

    private boolean differ(int first, int other) {
        return sameOutputs.length == 0 || sameOutputs[first] != sameOutputs[other];
    }

    private int[] classes(long[] slots) {
        var classes = new int[slots.length];
        for (int at = 0; at < classes.length; at++) {
            classes[at] = columns[at].classOf(slots[at]);
        }
        return classes;
    }

    private List<TableRule> hits(EncodedFacts facts) {
        var classes = classes(facts.slots(this));
        var hits = new ArrayList<TableRule>();
        for (int bit = sets.next(classes, 0); bit != NO_RULE; bit = sets.next(classes, bit + 1)) {
            hits.add(rules[bit]);
        }
        return hits;
    }
}
