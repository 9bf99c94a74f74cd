package exeat.rules.pack;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.Literal;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.source.ProblemCollector;
import java.math.BigDecimal;
import java.util.Optional;

/** The output cells and annotations of one rule, by the names of their columns. */
final class RuleCells {

    /** The greatest amount, in any currency. */
    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(1_000_000_000);

    private final DecisionTable table;
    private final DecisionTable.Rule rule;
    private final ProblemCollector problems;

    RuleCells(DecisionTable table, DecisionTable.Rule rule, ProblemCollector problems) {
        this.table = table;
        this.rule = rule;
        this.problems = problems;
    }

    String ruleId() {
        return rule.id();
    }

    void problem(String field, String message) {
        problems.add(rule.line(), field, table.name() + ", " + rule.id() + ": " + message);
    }

    /** Like {@link #problem}, for something that a proof shows with an example person. */
    void fault(String field, String message) {
        problems.addFault(rule.line(), field, table.name() + ", " + rule.id() + ": " + message);
    }

    /** A text; empty after a problem was reported. */
    String text(String column) {
        var text = optionalText(column);
        if (text.isEmpty()) {
            problem(column, "must be a text");
        }
        return text.orElse("");
    }

    /** A text, or nothing where the cell is null. */
    Optional<String> optionalText(String column) {
        var cell = cell(column);
        if (cell instanceof Literal.Text text) {
            return Optional.of(text.text());
        }
        if (!(cell instanceof Literal.Null)) {
            problem(column, "must be a text");
        }
        return Optional.empty();
    }

    boolean truth(String column) {
        if (cell(column) instanceof Literal.Truth truth) {
            return truth.truth();
        }
        problem(column, "must be true or false");
        return false;
    }

    /** A number of 0 or more. */
    BigDecimal amount(String column) {
        if (cell(column) instanceof Literal.Numeral numeral && numeral.number().signum() >= 0) {
            // A fee that nobody can pay refuses people without saying so.
            if (numeral.number().compareTo(MAX_NUMBER) > 0) {
                problem(column, "must not be more than " + MAX_NUMBER.toPlainString());
                return BigDecimal.ZERO;
            }
            return numeral.number();
        }
        problem(column, "must be a number of 0 or more");
        return BigDecimal.ZERO;
    }

    /** A whole number between two bounds. */
    int whole(String column, int least, int most) {
        if (cell(column) instanceof Literal.Numeral numeral) {
            var number = numeral.number();
            if (number.scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return number.intValueExact();
            }
        }
        problem(column, "must be a whole number from " + least + " to " + most);
        return least;
    }

    /** A whole number of 0 or more; nothing where the column is missing or the cell is null. */
    Optional<Integer> optionalWhole(String column, int most) {
        return cell(column) instanceof Literal.Null
                ? Optional.empty()
                : Optional.of(whole(column, 0, most));
    }

    /** The value of an output that the pack declares; nothing for no limit, or after a problem. */
    Optional<Value> given(DeclaredOutput output) {
        var cell = cell(output.name());
        if (cell instanceof Literal.Null && output.without().isEmpty()) {
            return Optional.empty();
        }
        var value = cell instanceof Literal.Null ? Optional.<Value>empty() : parsed(cell, output);
        if (value.isEmpty()) {
            problem(output.name(), "must be " + output.values());
        }
        return value;
    }

    private static Optional<Value> parsed(Literal cell, DeclaredOutput output) {
        var value = Conditions.value(cell);
        var kind =
                switch (output.better()) {
                    case MORE, LESS -> Value.Quantity.class;
                    case YES, NO -> Value.Truth.class;
                    case EARLIER -> Value.Text.class;
                };
        return kind.isInstance(value) ? output.parse(ValueText.of(value)) : Optional.empty();
    }

    /** The rule's text in an annotation column; empty where the column or the text is missing. */
    Optional<String> annotation(String column) {
        return table.annotation(rule, column);
    }

    private Literal cell(String column) {
        for (int at = 0; at < table.outputs().size(); at++) {
            if (table.outputs().get(at).name().equals(column)) {
                return rule.outputs().get(at).meaning();
            }
        }
        return new Literal.Null();
    }
}
