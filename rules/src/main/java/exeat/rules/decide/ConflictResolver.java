package exeat.rules.decide;

import exeat.rules.decide.Resolution.Substance;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Combines the matching rules into one answer. The order of outcomes settles overlaps: the highest
 * outcome stands, every route to approval is cited, and a rule that refers does not matter beside
 * an approval.
 */
public final class ConflictResolver {

    /** Sets of matching rules repeat; this many answers are kept so as not to be made again. */
    private static final int MAX_CACHED = 4096;

    private final Tables tables;
    private final List<Table<?>> firsts;
    private final int firstPurposeBit;
    private final List<Purpose> purposes;

    /** A cache: entries are only added, and losing them costs only time. */
    private final Map<BitSet, Resolution> kept = new ConcurrentHashMap<>();

    /** Likewise. */
    private final Map<Substance, Substance> substances = new ConcurrentHashMap<>();

    /**
     * @param firstPurposeBit after the rules, one bit for each purpose says which one is travelled
     *     for
     * @param purposes in the order of their bits
     */
    public ConflictResolver(Tables tables, int firstPurposeBit, List<Purpose> purposes) {
        this.tables = tables;
        this.firsts = tables.all().stream().filter(Table::isFirst).toList();
        this.firstPurposeBit = firstPurposeBit;
        this.purposes = List.copyOf(purposes);
    }

    Tables tables() {
        return tables;
    }

    /** The tables in which the first matching rule counts. */
    List<Table<?>> firsts() {
        return firsts;
    }

    int firstPurposeBit() {
        return firstPurposeBit;
    }

    /** What the tables say when these rules match. */
    public Resolution of(BitSet matched) {
        var known = kept.get(matched);
        if (known != null) {
            return known;
        }
        var answer = work(matched);
        if (kept.size() < MAX_CACHED) {
            kept.put((BitSet) matched.clone(), answer);
        }
        return answer;
    }

    /** The order in which rules are cited: the best outcome first, then as the table gives them. */
    Comparator<RouteRow> citingOrder() {
        var all = new BitSet();
        all.set(tables.route().offset(), tables.route().offset() + tables.route().rows().size());
        var places = tables.route().ordered(all);
        return Comparator.comparing(RouteRow::outcome).thenComparingInt(places::indexOf);
    }

    private Resolution work(BitSet matched) {
        var purpose = purposes.get(matched.nextSetBit(firstPurposeBit) - firstPurposeBit);
        var hits = tables.route().hits(matched);
        var outcome =
                hits.stream()
                        .map(RouteRow::outcome)
                        .min(Comparator.naturalOrder())
                        .orElse(Outcome.REFER);
        var counting =
                hits.stream()
                        .filter(hit -> hit.outcome().approves() == outcome.approves())
                        .sorted(Comparator.comparing(RouteRow::outcome))
                        .toList();
        var carrying = counting.stream().filter(hit -> hit.outcome() == outcome).toList();
        var routes = Resolution.routes(carrying);
        var substance =
                new Substance(
                        outcome,
                        purpose,
                        routes,
                        burden(matched),
                        outcome.approves() ? Resolution.instrumentsNotHeld(carrying) : List.of(),
                        setAsideGrounds(matched, outcome, routes));
        return new Resolution(interned(substance), why(outcome, hits), counting);
    }

    /** Returns one object for equal substances, so that comparing them costs nothing. */
    private Substance interned(Substance substance) {
        return substances.size() < MAX_CACHED
                ? substances.computeIfAbsent(substance, first -> first)
                : substances.getOrDefault(substance, substance);
    }

    private static Optional<ReferReason> why(Outcome outcome, List<RouteRow> hits) {
        if (outcome.approves()) {
            return Optional.empty();
        }
        return Optional.of(hits.isEmpty() ? ReferReason.UNCOVERED : ReferReason.BY_RULE);
    }

    private List<String> setAsideGrounds(BitSet matched, Outcome outcome, List<String> routes) {
        if (outcome != Outcome.APPROVE_IN_GENERAL) {
            return List.of();
        }
        return tables.setAside().hits(matched).stream()
                .filter(row -> routes.contains(row.route()))
                .map(SetAsideRow::ground)
                .distinct()
                .toList();
    }

    private Burden burden(BitSet matched) {
        var paper = tables.paper().hits(matched).getFirst();
        return new Burden(
                tables.clearances().hits(matched).stream().distinct().toList(),
                tables.documents().hits(matched).stream().distinct().toList(),
                paper.fee(),
                paper.appearances(),
                paper.decisionDays(),
                paper.validityDays(),
                paper.reentry(),
                paper.interviews(),
                paper.quota(),
                paper.outputs());
    }
}
