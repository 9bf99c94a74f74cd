package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.Projection;
import exeat.rules.box.SplitBudget;
import exeat.rules.dmn.Literal;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Outcome;
import exeat.rules.pack.RowReader;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks that the links of a local pack do not exclude anybody who is possible under the directive
 * above, because nothing would be proved about excluded people. For every pack, it also checks that
 * the links leave anybody at all ({@link #unkept}).
 *
 * <p>If a link orders a fact of the directive above with others, single values of that fact matter.
 * The values tried are those near a constant or an end of the fact: near enough that the other
 * facts fit between them in as many steps as there are facts, plus one step of the finest grid.
 * Values farther from all constants are in no other order.
 */
final class VacuityProof {

    private final ParsedPack local;
    private final Directive above;
    private final SplitBudget budget;
    private final List<FactLink> ours;

    /** The facts of the directive above that an order is of. */
    private final Set<FactName> ordered = new HashSet<>();

    VacuityProof(ParsedPack local, Directive above, SplitBudget budget) {
        this.local = local;
        this.above = above;
        this.budget = budget;
        var theirs = new HashSet<>(above.links());
        this.ours = local.links().stream().filter(link -> !theirs.contains(link)).toList();
        for (var fact : orderedOfAll(ours)) {
            if (above.vocabulary().definition(fact).isPresent()) {
                ordered.add(fact);
            }
        }
    }

    private static Set<FactName> orderedOfAll(List<FactLink> links) {
        var all = new HashSet<FactName>();
        for (var link : links) {
            if (link instanceof FactLink.Order order) {
                all.add(order.left());
                all.add(order.right());
            }
        }
        return all;
    }

    /**
     * Finds whom the links exclude: everybody, everybody with a purpose or a value of a protected
     * fact, or everybody whom the pack approves.
     *
     * @param pack whose rules they are
     * @param vocabulary with the facts of the pack and the links
     */
    static void unkept(
            ProofAttempt proving, ParsedPack pack, Vocabulary vocabulary, List<FactLink> links) {
        if (links.isEmpty()) {
            return;
        }
        var space = FactSpaceBuilder.of(vocabulary, List.of(pack), links);
        var search = FactLinkRegions.search(space, links, proving.budget());
        if (search.find(space.all(), List.of()).isEmpty()) {
            var all = links.stream().map(FactLinkRegions::sentence).toList();
            proving.fail(
                    Failure.of(
                            "No combination of facts satisfies all these links, so nothing"
                                    + " would be proved about anybody: "
                                    + String.join("; ", all)
                                    + "."));
            return;
        }
        for (int at = 0; at < space.dimensions().size(); at++) {
            if (space.fact(at).isProtected()
                    || space.fact(at).source() == FactDefinition.Source.PURPOSE) {
                int fact = at;
                space.every(at).stream()
                        .mapToObj(value -> space.all().with(fact, ClassSet.of(value)))
                        .filter(those -> search.find(those, List.of()).isEmpty())
                        .map(those -> unkept("Nobody like this satisfies the links", space, those))
                        .forEach(proving::fail);
            }
        }
        approved(proving, new OutcomeFunctions(pack, space), search);
    }

    /**
     * A rule that approves nobody who satisfies the links is noted; if all are like this, the
     * obligation fails.
     */
    private static void approved(
            ProofAttempt proving, OutcomeFunctions functions, BoxSearch search) {
        var space = functions.space();
        var pack = functions.pack();
        var approved = RestrictionProof.approved(functions);
        var anybody = new BoxSearch(List.of(), proving.budget());
        var somebody = anybody.find(space.all(), List.of(approved));
        if (somebody.isPresent() && search.find(space.all(), List.of(approved)).isEmpty()) {
            var who = "Nobody whom " + pack.ref().id() + " approves satisfies the links";
            proving.fail(unkept(who, space, somebody.get()));
            return;
        }
        var boxes = functions.boxes(RowReader.ROUTE);
        for (int row = 0; row < boxes.size(); row++) {
            var route = pack.tables().route().rows().get(row);
            var box = boxes.get(row);
            boolean approves = !route.refuses() && route.outcome() != Outcome.REFER;
            if (approves && !box.isEmpty() && search.find(box, List.of()).isEmpty()) {
                var rule = pack.ref().id() + " approves by its rule " + route.ground().rule();
                proving.note(unkept("Nobody whom " + rule + " satisfies the links", space, box));
            }
        }
    }

    private static Failure unkept(String who, FactSpace space, Box region) {
        return new Failure(
                who + ", so nothing would be proved about them.",
                space.words(region),
                space.narrowed(region),
                List.of());
    }

    /** Somebody whom the links exclude, preferably one whom the directive above approves. */
    Optional<Failure> failure() {
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        var packs = List.of(local, above.parsed());
        var first = FactSpaceBuilder.of(local.vocabulary(), packs, local.links());
        var space = FactSpaceBuilder.of(local.vocabulary(), packs, local.links(), samples(first));
        var completed = new HashSet<Integer>();
        var single = new HashSet<Integer>();
        var region = space.all();
        for (int at = 0; at < space.dimensions().size(); at++) {
            var name = space.fact(at).name();
            if (above.vocabulary().definition(name).isEmpty()) {
                completed.add(at);
            } else if (ordered.contains(name)) {
                single.add(at);
                region = region.with(at, points(space, at));
            }
        }
        var approved = RestrictionProof.approved(new OutcomeFunctions(above.parsed(), space));
        var real = FactLinkRegions.search(space, above.links(), budget);
        return new Projection(completed, OrderLinks.of(space, local.links()), single, budget)
                .covered(
                        region,
                        FactLinkRegions.broken(space, ours),
                        covered ->
                                real.find(covered, List.of(approved))
                                        .or(() -> real.find(covered, List.of())))
                .map(found -> failure(space, found, completed, approved));
    }

    /** The classes of single values, and those that are in no order. */
    private static ClassSet points(FactSpace space, int fact) {
        var points = new BitSet();
        space.every(fact).stream()
                .filter(at -> at >= space.ordinals(fact) || space.spans(fact).isPoint(at))
                .forEach(points::set);
        return ClassSet.of(points);
    }

    private Map<FactName, Set<Literal>> samples(FactSpace space) {
        var samples = new HashMap<FactName, Set<Literal>>();
        if (ordered.isEmpty()) {
            return samples;
        }
        var steps = new HashSet<BigDecimal>();
        var constants = new HashSet<BigDecimal>();
        var all = orderedOfAll(local.links());
        for (var fact : all) {
            int at = space.index(fact).orElseThrow();
            steps.add(space.spans(at).step());
            constants.addAll(space.spans(at).constants());
            if (space.fact(at).source() == FactDefinition.Source.AGE) {
                constants.add(BigDecimal.ZERO);
            }
        }
        if (constants.isEmpty()) {
            constants.add(BigDecimal.ZERO);
        }
        for (var fact : ordered) {
            var own = new HashSet<Literal>();
            int at = space.index(fact).orElseThrow();
            for (var constant : constants) {
                for (var step : steps) {
                    for (int many = -all.size(); many <= all.size(); many++) {
                        near(space, at, constant, step, many)
                                .forEach(value -> own.add(Conditions.literal(value)));
                    }
                }
            }
            samples.put(fact, own);
        }
        return samples;
    }

    /**
     * The values at a number of steps of a grid from a constant, and those one step of the fact's
     * own grid beside them.
     */
    private static List<Value> near(
            FactSpace space, int fact, BigDecimal constant, BigDecimal step, int many) {
        var near = new ArrayList<Value>();
        var spans = space.spans(fact);
        for (var mode : List.of(RoundingMode.FLOOR, RoundingMode.CEILING)) {
            var there =
                    constant.setScale(step.scale(), mode)
                            .add(step.multiply(BigDecimal.valueOf(many)));
            var here = there.setScale(spans.step().scale(), mode);
            for (var value : List.of(here.subtract(spans.step()), here, here.add(spans.step()))) {
                spans.allowed(value).ifPresent(near::add);
            }
        }
        return near;
    }

    private Failure failure(
            FactSpace space, Box region, Set<Integer> completed, Condition approved) {
        boolean isApproved = approved.holds(space.point(space.person(region)));
        var person = new TreeMap<>(space.person(region).values());
        var named = new ArrayList<>(region.sets());
        for (int at : completed) {
            person.remove(space.fact(at).name());
            named.set(at, space.every(at));
        }
        return new Failure(
                "The links exclude somebody whom "
                        + above.ref().id()
                        + (isApproved ? " approves" : " refers")
                        + ", so nothing would be proved about them.",
                space.words(new Box(named)),
                space.narrowed(new Box(named)),
                List.of(
                        new Person(
                                new Facts(person), "has no local facts that satisfy the links")));
    }
}
