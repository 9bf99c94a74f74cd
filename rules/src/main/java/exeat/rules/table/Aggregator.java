package exeat.rules.table;

import exeat.rules.dmn.HitPolicy.Aggregation;
import exeat.rules.dmn.Literal;
import exeat.rules.table.TableAnswer.TableRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What COLLECT makes of the outputs of all matching rules (DMN 1.5, 8.2.8.4). */
final class Aggregator {

    private static final Literal NULL = new Literal.Null();

    private Aggregator() {}

    /**
     * @param hits of a table with one output
     */
    static Literal of(Aggregation aggregation, List<TableRule> hits) {
        if (aggregation == Aggregation.COUNT) {
            return new Literal.Numeral(BigDecimal.valueOf(hits.size()));
        }
        var numbers = new ArrayList<BigDecimal>();
        for (var hit : hits) {
            if (!(hit.outputs().values().iterator().next() instanceof Literal.Numeral numeral)) {
                return NULL;
            }
            numbers.add(numeral.number());
        }
        var made =
                numbers.stream()
                        .reduce((left, right) ->
                                switch (aggregation) {
                                    case SUM -> left.add(right, MathContext.DECIMAL128);
                                    case MIN -> left.min(right);
                                    case MAX -> left.max(right);
                                    case COUNT -> throw new IllegalStateException("counted above");
                                });
        return made.<Literal>map(Literal.Numeral::new).orElse(NULL);
    }
}
