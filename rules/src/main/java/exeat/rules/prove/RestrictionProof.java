package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.ValueClasses;
import exeat.rules.finding.Aspect;
import exeat.rules.finding.FindingOrder;
import exeat.rules.finding.Outcome;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Obligation 7 against one directive: the local rules give everybody a finding that is at least as
 * good, whether approved or referred, for all local facts that the links allow. The order is {@code
 * Finding.atLeastAsGoodAs}; so if the local rules approve somebody whom the directive refers, they
 * ask for nothing that the directive would not.
 */
final class RestrictionProof {

    private final ParsedPack local;
    private final Directive above;
    private final SplitBudget budget;

    RestrictionProof(ParsedPack local, Directive above, SplitBudget budget) {
        this.local = local;
        this.above = above;
        this.budget = budget;
    }

    Proof prove() {
        var missing = missing();
        var space =
                FactSpaceBuilder.of(
                        local.vocabulary(), List.of(local, above.parsed()), local.links());
        var proving = new ProofAttempt(Obligation.NO_RESTRICTION, space, local.links(), budget);
        if (!missing.isEmpty()) {
            missing.forEach(fact ->
                    proving.fail(
                            Failure.of(
                                    "The vocabulary does not have the fact "
                                            + fact
                                            + " as "
                                            + above.ref().id()
                                            + " does.")));
            return proving.prove(work -> {});
        }
        outputs(proving);
        return proving.prove(this::compare);
    }

    /** Facts that the directive above reads and the local vocabulary lacks or has otherwise. */
    private Set<FactName> missing() {
        var own = local.vocabulary().byName();
        var missing = new TreeSet<FactName>();
        for (var fact : above.vocabulary().facts()) {
            if (fact.use() == FactDefinition.Use.DECIDE && !fact.equals(own.get(fact.name()))) {
                missing.add(fact.name());
            }
        }
        return missing;
    }

    /**
     * Outputs are compared by the order that the directive above declares. Of one that only the
     * local pack has, what people have without it is the pack's own statement, so it is a
     * condition.
     */
    private void outputs(ProofAttempt proving) {
        var theirs = above.vocabulary().outputs();
        for (var output : local.vocabulary().outputs()) {
            var named =
                    theirs.stream().filter(other -> other.slug().equals(output.slug())).findFirst();
            if (named.isEmpty()) {
                proving.assume(
                        "%s does not have the output %s"
                                .formatted(above.ref().id(), output.sentence()));
            } else if (!named.get().equals(output)) {
                proving.fail(
                        Failure.of(
                                "The output %s is declared otherwise. %s: %s %s: %s"
                                        .formatted(
                                                output.name(),
                                                above.ref().id(),
                                                named.get().sentence(),
                                                local.ref().id(),
                                                output.sentence())));
            }
        }
    }

    private void compare(ProofAttempt proving) {
        var space = proving.space();
        var theirs = new OutcomeFunctions(above.parsed(), space);
        var ours = new OutcomeFunctions(local, space);
        var approved = approved(theirs);
        new VacuityProof(local, above, budget).failure().ifPresent(proving::fail);
        if (!proving.failed()) {
            VacuityProof.unkept(proving, above.parsed(), local.vocabulary(), local.links());
        }
        var worse = new Regression(proving.search(), space.all(), List.of());
        var aspects = new TreeSet<>(ours.aspects());
        aspects.addAll(theirs.aspects());
        for (var aspect : aspects) {
            worse.in(aspect, Side.of(ours), Side.of(theirs))
                    .forEach(found -> proving.fail(failure(proving, found)));
        }
        for (var ground : ours.grounds()) {
            worse.in(ground, Side.of(ours), Side.of(theirs))
                    .forEach(found -> proving.fail(failure(proving, found)));
        }
        revealed(proving, ours, theirs);
        if (proving.failed()) {
            // Failures for people who answer are shown first; those for open answers once these are
            // fixed.
            return;
        }
        new UnansweredProof(ours, theirs, above, approved, budget).prove(proving);
        if (!proving.failed()) {
            aspects.remove(Aspect.of(Aspect.Kind.OUTCOME));
            unanswered(proving, Meantime.of(ours, theirs), aspects);
        }
        if (!proving.failed()) {
            new OneOfProof(ours, theirs, above).prove(proving);
        }
    }

    /**
     * What is cited (a paragraph, with a route) only for people for whom the directive above cites
     * a paragraph that reveals what is protected, while the local paragraph is not marked so.
     */
    private void revealed(ProofAttempt proving, OutcomeFunctions ours, OutcomeFunctions theirs) {
        var everybody = proving.space().all();
        var search = proving.search();
        var open = theirs.citedBy(cited -> cited.paragraph().revealsProtected());
        var told = new Condition(open.layers(), label -> !open.wanted().test(label));
        if (search.find(everybody, List.of(told)).isEmpty()) {
            return;
        }
        for (var cited : ours.cited()) {
            var here = ours.citedBy(cited::equals);
            if (cited.paragraph().revealsProtected()
                    || search.find(everybody, List.of(here, told)).isPresent()) {
                continue;
            }
            search.find(everybody, List.of(here))
                    .ifPresent(somebody ->
                            proving.fail(
                                    proving.shown(
                                            ("%s is not marked 'reveals protected', but is cited"
                                                            + " only for people for whom %s cites a"
                                                            + " paragraph that is.")
                                                    .formatted(cited.words(), above.ref().id()),
                                            somebody,
                                            List.of(here))));
        }
    }

    /**
     * The burden while facts are open that both packs need. It is that of the first value of each
     * such fact, as each pack divides it: {@code Completions.provisional}.
     */
    private void unanswered(ProofAttempt proving, Meantime meantime, Set<Aspect> aspects) {
        var links = local.links();
        var worse = new Regression(meantime.kept(links, budget), meantime.all(), List.of());
        for (var aspect : aspects) {
            for (var found : worse.in(aspect, meantime.left(), meantime.right())) {
                proving.fail(meantime.failure(meantime.kept(links, budget), found, above));
            }
        }
        if (links.isEmpty() || proving.failed()) {
            return;
        }
        // The value used in place of an answer can violate a link; then no real person has that
        // burden.
        var search = meantime.possible(links, budget);
        var within = meantime.all();
        for (var aspect : aspects) {
            var heavier = new Regression(search, within, List.of());
            var found = heavier.in(aspect, meantime.left(), meantime.right());
            while (!found.isEmpty()) {
                for (int fact : meantime.open(search, found.getFirst())) {
                    proving.assume(condition(proving.space().fact(fact).name()));
                    within = within.with(fact, proving.space().every(fact));
                }
                heavier = new Regression(search, within, List.of());
                found = heavier.in(aspect, meantime.left(), meantime.right());
            }
        }
    }

    private String condition(FactName fact) {
        return above.vocabulary().definition(fact).isEmpty()
                ? UnansweredProof.condition(local, fact)
                : "Everyone answers "
                        + fact
                        + ": until then "
                        + local.ref().id()
                        + " can ask more of them than "
                        + above.ref().id()
                        + ", because the value used in place of the answer breaks a link.";
    }

    /**
     * Facts that can also be unknown, as one more class after the others. A pack treats an unknown
     * fact like the first class into which its own rules divide the fact.
     */
    private record Meantime(
            OutcomeFunctions ours,
            OutcomeFunctions theirs,
            List<Integer> ourFirst,
            List<Integer> theirFirst) {

        static Meantime of(OutcomeFunctions ours, OutcomeFunctions theirs) {
            return new Meantime(ours, theirs, firsts(ours), firsts(theirs));
        }

        private static List<Integer> firsts(OutcomeFunctions pack) {
            return IntStream.range(0, pack.space().dimensions().size())
                    .mapToObj(fact -> first(pack, fact))
                    .toList();
        }

        private FactSpace space() {
            return ours.space();
        }

        /** The purpose is always known. */
        Box all() {
            return box(at ->
                    space().fact(at).source() == FactDefinition.Source.PURPOSE
                            ? space().every(at)
                            : ClassSet.run(0, space().count(at)));
        }

        private Box box(IntFunction<ClassSet> set) {
            return new Box(IntStream.range(0, space().dimensions().size()).mapToObj(set).toList());
        }

        Side left() {
            return new Side(ours, layers -> layers.mapped(box -> open(box, ourFirst)));
        }

        Side right() {
            return new Side(theirs, layers -> layers.mapped(box -> open(box, theirFirst)));
        }

        /**
         * A box that also contains the unknown value of each fact that the pack treats as being in
         * it.
         */
        private Box open(Box box, List<Integer> first) {
            return box(at ->
                    box.set(at).contains(first.get(at))
                            ? box.set(at).or(ClassSet.of(space().count(at)))
                            : box.set(at));
        }

        /** A box with the value that the pack takes for the unknown one. */
        private Box taken(Box box, List<Integer> first) {
            return box(at ->
                    box.set(at).contains(space().count(at))
                            ? box.set(at)
                                    .minus(ClassSet.of(space().count(at)))
                                    .or(ClassSet.of(first.get(at)))
                            : box.set(at));
        }

        /** Looks for people who keep the links also with what both packs take them to be. */
        BoxSearch kept(List<FactLink> links, SplitBudget budget) {
            var never = new ArrayList<Box>();
            for (var box : FactLinkRegions.broken(space(), links)) {
                never.add(open(box, ourFirst));
                never.add(open(box, theirFirst));
            }
            var orders = OrderLinks.of(space(), links);
            return new BoxSearch(
                    never,
                    box -> orders.test(taken(box, ourFirst)) && orders.test(taken(box, theirFirst)),
                    budget);
        }

        /** Looks for people whose answers so far break no link. */
        BoxSearch possible(List<FactLink> links, SplitBudget budget) {
            var never =
                    FactLinkRegions.broken(space(), links).stream()
                            .map(box ->
                                    box(at ->
                                            box.set(at).size() < space().count(at)
                                                    ? box.set(at)
                                                    : all().set(at)))
                            .toList();
            return new BoxSearch(never, OrderLinks.of(space(), links), budget);
        }

        private static int first(OutcomeFunctions pack, int fact) {
            var space = pack.space();
            var constants = new HashSet<Literal>();
            boolean isRead = false;
            for (var table : pack.pack().model().tables()) {
                for (int at = 0; at < table.inputs().size(); at++) {
                    var input = table.inputs().get(at);
                    if (new FactName(input.expression()).equals(space.fact(fact).name())) {
                        for (var rule : table.rules()) {
                            var test = rule.conditions().get(at).meaning();
                            isRead |= !(test instanceof UnaryTest.Any);
                            test.literals().forEach(constants::add);
                        }
                        input.allowed().literals().forEach(constants::add);
                    }
                }
            }
            if (!isRead) {
                return 0;
            }
            var own = new ValueClasses(space.fact(fact), constants);
            return space.every(fact).stream()
                    .filter(at -> own.classOf(space.dimensions().get(fact).sample(at)) == 0)
                    .findFirst()
                    .orElse(0);
        }

        /** Which facts somebody leaves open in what was found. */
        List<Integer> open(BoxSearch search, Found found) {
            var point = point(search, found);
            return IntStream.range(0, point.length)
                    .filter(at -> point[at] == space().count(at))
                    .boxed()
                    .toList();
        }

        private int[] point(BoxSearch search, Found found) {
            return search.point(search.find(found.region(), List.of()).orElseThrow());
        }

        Failure failure(BoxSearch search, Found found, Directive above) {
            var point = point(search, found);
            var open = open(search, found);
            var known = box(at -> open.contains(at) ? space().every(at) : ClassSet.of(point[at]));
            var person = new TreeMap<>(space().person(known).values());
            open.forEach(at -> person.remove(space().fact(at).name()));
            var region =
                    box(at ->
                            open.contains(at)
                                    ? space().every(at)
                                    : found.region().set(at).and(space().every(at)));
            var names = open.stream().map(at -> space().fact(at).name().text()).toList();
            return new Failure(
                    "Until %s is answered, %s %s; %s %s."
                            .formatted(
                                    String.join(", ", names),
                                    above.ref().id(),
                                    found.right(),
                                    ours.pack().ref().id(),
                                    found.left()),
                    space().words(region),
                    space().narrowed(region),
                    List.of(new Person(new Facts(person), found.left())));
        }
    }

    /** Whom a pack approves. */
    static Condition approved(OutcomeFunctions functions) {
        var own = functions.valued(Aspect.of(Aspect.Kind.OUTCOME));
        var scale = OutcomeFunctions.scale(own, own);
        return own.labelled(scale)
                .is(label -> scale.get(label).compareTo(FindingOrder.of(Outcome.REFER)) > 0);
    }

    private Failure failure(ProofAttempt proving, Found found) {
        var says =
                above.ref().id()
                        + " "
                        + found.right()
                        + "; "
                        + local.ref().id()
                        + " "
                        + found.left()
                        + ".";
        return new Failure(
                says,
                proving.space().words(found.region()),
                proving.space().narrowed(found.region()),
                List.of(new Person(proving.person(found.region()), found.left())));
    }
}
