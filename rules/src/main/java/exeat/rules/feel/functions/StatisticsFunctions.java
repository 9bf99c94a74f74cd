package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.DaysTime;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.FeelValue.YearsMonths;
import exeat.rules.feel.value.Numbers;
import exeat.rules.feel.value.ValueOrder;
import exeat.rules.feel.value.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** List functions that aggregate all items to one value (DMN 1.5, 10.3.4). */
final class StatisticsFunctions {

    private StatisticsFunctions() {}

    static void define(BuiltinFunctions table) {
        both(table, "min", a -> extreme(a, -1));
        both(table, "max", a -> extreme(a, 1));
        both(table, "sum", a -> sum(numbers(a)));
        both(table, "mean", a -> mean(numbers(a)));
        both(table, "product", StatisticsFunctions::product);
        both(table, "median", StatisticsFunctions::median);
        both(table, "stddev", StatisticsFunctions::deviation);
        both(table, "mode", StatisticsFunctions::mode);
        both(table, "all", a -> logical(a, false));
        both(table, "any", a -> logical(a, true));
    }

    /** A function of a list, or of its items as separate arguments. */
    private static void both(BuiltinFunctions table, String name, BuiltinFunction.Work work) {
        table.add(name, "list", work);
        table.add(name, "item...", work);
    }

    private static FeelValue extreme(ActualArguments arguments, int side) {
        var list = arguments.listOrAll();
        if (list.isEmpty()) {
            return Values.NULL;
        }
        var best = list.getFirst();
        for (var item : list) {
            int order = ValueOrder.compare(item, best).orElseThrow(NoAnswer::new);
            best = order == side ? item : best;
        }
        return best;
    }

    private static List<BigDecimal> numbers(ActualArguments arguments) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (var item : arguments.listOrAll()) {
            if (item instanceof DaysTime || item instanceof YearsMonths) {
                throw new EvaluationException("adds up durations");
            }
            if (!(item instanceof Num(var number))) {
                throw new NoAnswer();
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static List<BigDecimal> some(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            throw new NoAnswer();
        }
        return numbers;
    }

    /** The result must not depend on whether each addition is rounded, or only the total. */
    private static Num sum(List<BigDecimal> numbers) {
        var stepwise = BigDecimal.ZERO;
        var exact = BigDecimal.ZERO;
        for (var number : some(numbers)) {
            stepwise = Numbers.result(stepwise.add(number, Numbers.PRECISION)).number();
            exact = exact.add(number);
        }
        var sum = Numbers.result(exact);
        if (sum.number().compareTo(stepwise) != 0) {
            throw new EvaluationException(
                    "adds up numbers whose sum depends on when it is rounded");
        }
        return sum;
    }

    private static FeelValue mean(List<BigDecimal> numbers) {
        return Numbers.divide(sum(numbers).number(), BigDecimal.valueOf(numbers.size()));
    }

    private static FeelValue product(ActualArguments arguments) {
        var stepwise = BigDecimal.ONE;
        var exact = BigDecimal.ONE;
        for (var number : some(numbers(arguments))) {
            stepwise = Numbers.result(stepwise.multiply(number, Numbers.PRECISION)).number();
            exact = exact.multiply(number);
            if (exact.precision() > 5_000) {
                throw new EvaluationException("multiplies more digits than are kept");
            }
        }
        var product = Numbers.result(exact);
        if (product.number().compareTo(stepwise) != 0) {
            throw new EvaluationException(
                    "multiplies numbers whose product depends on when it is rounded");
        }
        return product;
    }

    private static FeelValue median(ActualArguments arguments) {
        var sorted = some(numbers(arguments)).stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return new Num(sorted.get(middle));
        }
        var sum = Numbers.result(sorted.get(middle - 1).add(sorted.get(middle)));
        return Numbers.divide(sum.number(), BigDecimal.valueOf(2));
    }

    /** The standard deviation of a sample: divides by one less than the number of items. */
    private static FeelValue deviation(ActualArguments arguments) {
        var numbers = numbers(arguments);
        if (numbers.size() < 2) {
            return Values.NULL;
        }
        if (!(mean(numbers) instanceof Num(var mean))) {
            return Values.NULL;
        }
        var squares =
                numbers.stream()
                        .map(number -> number.subtract(mean, Numbers.PRECISION))
                        .map(apart -> apart.multiply(apart, Numbers.PRECISION))
                        .toList();
        var variance =
                sum(squares)
                        .number()
                        .divide(BigDecimal.valueOf(numbers.size() - 1L), Numbers.PRECISION);
        return Numbers.sqrt(variance);
    }

    private static FeelValue mode(ActualArguments arguments) {
        var counts = new TreeMap<BigDecimal, Integer>();
        numbers(arguments).forEach(number -> counts.merge(number, 1, Integer::sum));
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        return Values.of(
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() == most)
                        .map(entry -> new Num(entry.getKey()))
                        .toList());
    }

    /** Conjunction or disjunction of all items; a null item can leave the result null. */
    private static FeelValue logical(ActualArguments arguments, boolean decisive) {
        boolean open = false;
        boolean decided = false;
        boolean foreign = false;
        for (var item : arguments.listOrAll()) {
            open |= item.isNull();
            foreign |= !item.isNull() && !(item instanceof Truth);
            decided |= item instanceof Truth(var truth) && truth == decisive;
        }
        if (decided && foreign) {
            throw new EvaluationException("joins truth values with others");
        }
        if (decided) {
            return Values.of(decisive);
        }
        return open || foreign ? Values.NULL : Values.of(!decisive);
    }
}
