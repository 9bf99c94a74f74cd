package exeat.rules.feel.functions;

import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.syntax.Expression;
import exeat.rules.feel.syntax.ModelNames;
import exeat.rules.feel.syntax.Parser;
import exeat.rules.feel.syntax.SyntaxException;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Num;
import exeat.rules.feel.value.FeelValue.Range;
import exeat.rules.feel.value.FeelValue.Text;
import exeat.rules.feel.value.Temporals;
import exeat.rules.feel.value.Type.Any;
import exeat.rules.feel.value.ValueOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A range written in a string: its ends are literals, or dates made of one (DMN 1.5, 10.3.4). */
final class RangeText {

    private static final DeclaredNames MAKERS =
            DeclaredNames.none()
                    .with(
                            Map.of(
                                    "date", Any.ANY,
                                    "time", Any.ANY,
                                    "date and time", Any.ANY,
                                    "duration", Any.ANY));
    private static final ModelNames NOTHING = ModelNames.of(Map.of(), List.of());

    private RangeText() {}

    static Optional<FeelValue> read(String text, EvaluationContext run) {
        run.chargeText(text.length() * 20L);
        try {
            if (!(Parser.expression(text, MAKERS, NOTHING) instanceof Expression.Interval range)) {
                return Optional.empty();
            }
            var low = end(range.low());
            var high = end(range.high());
            if (low.isEmpty() || high.isEmpty()) {
                return Optional.empty();
            }
            return range(range, low.get(), high.get());
        } catch (SyntaxException none) {
            return Optional.empty();
        }
    }

    private static Optional<FeelValue> range(
            Expression.Interval range, FeelValue low, FeelValue high) {
        if (low.isNull() != high.isNull()) {
            throw new EvaluationException("makes a range with one end of a string");
        }
        var order = ValueOrder.compare(low, high);
        if (order.isEmpty() || order.getAsInt() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Range(Range.Form.INTERVAL, range.withLow(), low, high, range.withHigh()));
    }

    private static Optional<FeelValue> end(Expression end) {
        if (end instanceof Expression.Constant(var value)) {
            return Optional.of(value);
        }
        if (end instanceof Expression.Negation(Expression.Constant(Num(var number)))) {
            return Optional.of(new Num(number.negate()));
        }
        if (end instanceof Expression.Call(Expression.Name(var maker, var type), var arguments)
                && arguments.size() == 1
                && arguments.getFirst() instanceof Expression.Constant(Text(var text))) {
            return switch (maker) {
                case "date" -> Temporals.date(text).map(value -> value);
                case "time" -> Temporals.time(text).map(value -> value);
                case "duration" -> Temporals.duration(text);
                default -> Temporals.dateTime(text).map(value -> value);
            };
        }
        return Optional.empty();
    }
}
