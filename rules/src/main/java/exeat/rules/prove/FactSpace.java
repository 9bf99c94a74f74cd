package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.explain.BoxWording;
import exeat.rules.fact.ClassMatcher;
import exeat.rules.fact.ClassSpans;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All combinations of some facts as a grid: a dimension for each fact, with the classes of {@link
 * ValueClasses}. A test is a set of classes, and a rule's conditions are a box.
 */
final class FactSpace {

    /** Preferred values for example people; the first that fits is used. */
    private static final List<Long> PLAIN_NUMBERS = List.of(30L, 50L, 100L, 10L, 1000L, 1L, 0L);

    /** How far below plain values to look for other values that are in order with them. */
    private static final BigDecimal FAR = BigDecimal.valueOf(100);

    private static final List<Long> PLAIN_AGES = List.of(34L, 50L, 20L, 70L, 10L);

    private static final List<LocalDate> PLAIN_DAYS =
            List.of(
                    LocalDate.of(1990, 1, 1),
                    LocalDate.of(1960, 1, 1),
                    LocalDate.of(1930, 1, 1),
                    LocalDate.of(2020, 1, 1));

    private final List<ValueClasses> dimensions;
    private final List<ClassMatcher> matching;
    private final Map<FactName, Integer> indexes = new HashMap<>();

    /** How many classes of each dimension have ordered values; those come first. */
    private final int[] ordinals;

    private final BoxWording words;

    private final List<ClassSpans> spans;
    private final OrderLinks orders;

    /**
     * @param constants by fact, what its values are compared with
     * @param links those of people, of whom the space then has none that break their orders
     */
    FactSpace(
            List<FactDefinition> facts,
            Map<FactName, Set<Literal>> constants,
            List<FactLink> links) {
        this.dimensions =
                facts.stream()
                        .map(fact ->
                                new ValueClasses(
                                        fact, constants.getOrDefault(fact.name(), Set.of())))
                        .toList();
        this.matching = dimensions.stream().map(ClassMatcher::new).toList();
        this.ordinals = new int[dimensions.size()];
        var spansOfAll = new ArrayList<ClassSpans>();
        for (int at = 0; at < ordinals.length; at++) {
            indexes.put(facts.get(at).name(), at);
            ordinals[at] = matching.get(at).ordinals();
            spansOfAll.add(new ClassSpans(dimensions.get(at), ordinals[at]));
        }
        this.spans = List.copyOf(spansOfAll);
        this.words = new BoxWording(dimensions, ordinals, constants);
        this.orders = OrderLinks.of(this, links);
    }

    /** Where the classes with ordered values lie in a fact. */
    ClassSpans spans(int dimension) {
        return spans.get(dimension);
    }

    List<ValueClasses> dimensions() {
        return dimensions;
    }

    /** The dimension of a fact; empty if it has none. */
    Optional<Integer> index(FactName fact) {
        return Optional.ofNullable(indexes.get(fact));
    }

    int count(int dimension) {
        return dimensions.get(dimension).count();
    }

    /** How many classes have values in an order; those come first. */
    int ordinals(int dimension) {
        return ordinals[dimension];
    }

    Box all() {
        return Box.all(dimensions.stream().map(ValueClasses::count).toList());
    }

    /** Every class of the dimension. */
    ClassSet every(int dimension) {
        return ClassSet.run(0, count(dimension) - 1);
    }

    /** The class of a value, which must be one of the fact's. */
    int classOf(int dimension, Value value) {
        int found = dimensions.get(dimension).classOf(value);
        if (found < 0) {
            throw new IllegalArgumentException("no value of " + fact(dimension).name());
        }
        return found;
    }

    /**
     * The values of a fact that may not count against anybody, one of each class: those that the
     * pack shields; of a protected fact that shields none, all but withholding.
     */
    List<Value> shielded(int dimension) {
        var fact = fact(dimension);
        return fact.isProtected() && fact.shielded().isEmpty()
                ? every(dimension).stream()
                        .mapToObj(at -> dimensions.get(dimension).sample(at))
                        .filter(value -> !(value instanceof Value.Withheld))
                        .toList()
                : fact.shielded();
    }

    FactDefinition fact(int dimension) {
        return dimensions.get(dimension).fact();
    }

    /** Those who meet every one of these tests. */
    Box box(Map<FactName, UnaryTest> tests) {
        var sets = new ArrayList<>(all().sets());
        tests.forEach((fact, test) -> {
            // A fact that rules test only with "-" need not be a dimension.
            if (!(test instanceof UnaryTest.Any)) {
                int at = index(fact).orElseThrow();
                sets.set(at, sets.get(at).and(classes(at, test)));
            }
        });
        return new Box(sets);
    }

    /** The classes whose values meet a test. */
    ClassSet classes(int dimension, UnaryTest test) {
        return test instanceof UnaryTest.Any
                ? every(dimension)
                : ClassSet.of(matching.get(dimension).of(test));
    }

    /** One class of a fact for all those that none of some functions tells apart, in order. */
    List<Integer> alike(int dimension, List<DecisionList> functions) {
        var alike = new HashMap<BitSet, Integer>();
        every(dimension).stream()
                .forEach(valueClass -> {
                    var in = new BitSet();
                    int at = 0;
                    for (var function : functions) {
                        for (var layer : function.layers()) {
                            in.set(at++, layer.box().set(dimension).contains(valueClass));
                        }
                    }
                    alike.putIfAbsent(in, valueClass);
                });
        return alike.values().stream().sorted().toList();
    }

    /** The facts for which the box excludes some value. */
    List<FactName> narrowed(Box box) {
        var narrowed = new ArrayList<FactName>();
        for (int at = 0; at < dimensions.size(); at++) {
            if (box.set(at).size() < count(at)) {
                narrowed.add(fact(at).name());
            }
        }
        return narrowed;
    }

    /** The box in words, which follow "a person with". */
    String words(Box box) {
        return words.of(box);
    }

    /**
     * An example person in the box, with values as ordinary as possible, which satisfy the orders
     * if any in the box do.
     */
    Facts person(Box box) {
        var stated = stated(box);
        var facts = new TreeMap<FactName, Value>();
        for (int at = 0; at < dimensions.size(); at++) {
            facts.put(fact(at).name(), plain(at, stated.set(at)));
        }
        ordered(stated, facts)
                .ifPresent(values ->
                        values.forEach((at, number) ->
                                facts.put(fact(at).name(), spans(at).value(number))));
        return new Facts(facts);
    }

    /**
     * The box in which each fact of an order has a value, or if none keeps the orders, has none: an
     * order says nothing of a fact that may have none.
     */
    private Box stated(Box box) {
        var stated = box;
        for (int at = 0; at < dimensions.size(); at++) {
            var set = box.set(at);
            var values = set.and(ClassSet.run(0, ordinals[at] - 1));
            if (orders.has(at) && !values.isEmpty() && values.size() < set.size()) {
                var narrowed = stated.with(at, values);
                stated = orders.test(narrowed) ? narrowed : stated.with(at, set.minus(values));
            }
        }
        return stated;
    }

    /**
     * Values in the required order, as little above the plain values as possible; otherwise as
     * little above zero.
     */
    private Optional<Map<Integer, BigDecimal>> ordered(Box box, Map<FactName, Value> plain) {
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        var near = new ArrayList<Optional<BigDecimal>>();
        var low = new ArrayList<Optional<BigDecimal>>();
        for (int at = 0; at < dimensions.size(); at++) {
            var number =
                    Optional.ofNullable(plain.get(fact(at).name()))
                            .filter(v -> v instanceof Value.Quantity || v instanceof Value.Day)
                            .map(ClassSpans::number);
            near.add(number);
            low.add(number.map(n -> n.subtract(FAR)));
        }
        return orders.least(box, near)
                .or(() -> orders.least(box, low))
                .or(() -> orders.least(box, List.of()));
    }

    /** The point of somebody about whom every fact of the space is known. */
    int[] point(Facts person) {
        var point = new int[dimensions.size()];
        for (int at = 0; at < point.length; at++) {
            point[at] = classOf(at, person.value(fact(at).name()).orElseThrow());
        }
        return point;
    }

    /** A point of the grid as facts. */
    Facts facts(int[] point) {
        var facts = new TreeMap<FactName, Value>();
        for (int at = 0; at < point.length; at++) {
            facts.put(fact(at).name(), dimensions.get(at).sample(point[at]));
        }
        return new Facts(facts);
    }

    /** The classes of a set, those of plain values first and those without a value last. */
    List<Integer> plainest(int dimension, ClassSet set) {
        var classes = dimensions.get(dimension);
        var order = new LinkedHashSet<Integer>();
        candidates(classes.fact()).stream()
                .map(classes::classOf)
                .filter(set::contains)
                .forEach(order::add);
        set.stream().forEach(order::add);
        return List.copyOf(order);
    }

    private Value plain(int dimension, ClassSet set) {
        var classes = dimensions.get(dimension);
        int plainest = plainest(dimension, set).getFirst();
        return candidates(classes.fact()).stream()
                .filter(candidate -> classes.classOf(candidate) == plainest)
                .findFirst()
                .orElseGet(() -> rounded(classes, plainest));
    }

    private static Collection<Value> candidates(FactDefinition fact) {
        var candidates = new ArrayList<Value>();
        switch (fact.type()) {
            case BOOLEAN -> candidates.add(Value.of(fact.source() == Source.RESIDENCE_ADDRESSED));
            case TEXT -> {
                fact.values().forEach(text -> candidates.add(Value.of(text)));
                candidates.removeAll(fact.shielded());
            }
            case NUMBER -> {
                var numbers = fact.source() == Source.AGE ? PLAIN_AGES : PLAIN_NUMBERS;
                numbers.forEach(number -> candidates.add(Value.of(number)));
            }
            case DATE -> PLAIN_DAYS.forEach(day -> candidates.add(Value.of(day)));
        }
        return candidates;
    }

    /** The class's sample, or a number with fewer places in the same class. */
    private static Value rounded(ValueClasses classes, int valueClass) {
        var sample = classes.sample(valueClass);
        if (!(sample instanceof Value.Quantity quantity)) {
            return sample instanceof Value.Text && classes.classOf(Value.of("other")) == valueClass
                    ? Value.of("other")
                    : sample;
        }
        var number = quantity.number();
        for (int places = -number.precision(); places < number.scale(); places++) {
            for (var mode :
                    List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
                BigDecimal shorter = number.setScale(places, mode);
                if (classes.classOf(Value.of(shorter)) == valueClass) {
                    return Value.of(shorter);
                }
            }
        }
        return sample;
    }
}
