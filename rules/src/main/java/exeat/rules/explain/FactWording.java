package exeat.rules.explain;

import exeat.rules.document.Phrases;
import exeat.rules.explain.Counterfactuals.Item;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueInterval;
import exeat.rules.fact.ValueSet;
import exeat.rules.fact.ValueText;
import java.util.ArrayList;
import java.util.List;

/** Facts and their values in a pack's words, as the person or an officer reads them. */
final class FactWording {

    /** Ends the key of a text for officers, where that for the person says "you". */
    private static final String OFFICER = ".officer";

    private final Phrases say;
    private final Reader reader;

    FactWording(Phrases say, Reader reader) {
        this.say = say;
        this.reader = reader;
    }

    /** The key of a phrase for this reader. */
    static String phrase(String key, Reader reader) {
        var theirs = key + OFFICER;
        return reader == Reader.OFFICER && Phrases.keys().contains(theirs) ? theirs : key;
    }

    /** A text of the pack for this reader. */
    String text(String key) {
        return textOr(key, key);
    }

    private String textOr(String key, String otherwise) {
        return reader == Reader.OFFICER
                ? say.textOr(key + OFFICER, say.textOr(key, otherwise))
                : say.textOr(key, otherwise);
    }

    String label(FactName fact) {
        return textOr(key(fact) + ".label", fact.text());
    }

    String value(FactName fact, Value value) {
        if (value instanceof Value.Withheld && reader == Reader.OFFICER) {
            return say.say("explain.withheld.officer");
        }
        var word = ValueText.of(value);
        return textOr(key(fact) + ".value." + word.replace(' ', '-'), word);
    }

    String stated(FactName fact, Value value) {
        return say.say("explain.fact", label(fact), value(fact, value));
    }

    /** What is known of a fact whose value is not. */
    String stated(FactName fact, ValueSet set) {
        return say.say(
                "explain.fact",
                label(fact),
                switch (set) {
                    case ValueSet.OneOf(var values) ->
                            say.together(
                                    "explain.or",
                                    values.stream().map(value -> value(fact, value)).toList());
                    case ValueSet.Between(var low, var high) ->
                            span(new ValueInterval(low, true, high, true));
                });
    }

    /** What would have to be so, as a clause. */
    String condition(Item item) {
        var fact = item.fact();
        if (item.anyAnswer()) {
            // A list of every value would tell nobody anything; that an answer is missing does.
            return say.say(phrase("explain.any-answer", reader), label(fact));
        }
        var clauses = new ArrayList<String>();
        if (item.spans().isEmpty()) {
            for (var value : item.values()) {
                var stated = say.say("explain.if", label(fact), value(fact, value));
                var key = key(fact) + ".value." + ValueText.of(value).replace(' ', '-') + ".if";
                // Such a clause is put to the person.
                clauses.add(reader == Reader.PERSON ? say.textOr(key, stated) : stated);
            }
        } else {
            var spans = new ArrayList<>(item.spans().stream().map(this::span).toList());
            item.values().stream()
                    .filter(value -> value instanceof Value.Absent)
                    .forEach(value -> spans.add(value(fact, value)));
            clauses.add(say.say("explain.if", label(fact), say.together("explain.or", spans)));
        }
        return say.together("explain.or", clauses);
    }

    private String span(ValueInterval span) {
        if (span.low().isPresent() && span.low().equals(span.high())) {
            return ValueText.of(span.low().get());
        }
        var bounds = new ArrayList<String>();
        span.low()
                .ifPresent(low ->
                        bounds.add(
                                say.say(
                                        span.withLow() ? "explain.at-least" : "explain.above",
                                        ValueText.of(low))));
        span.high()
                .ifPresent(high ->
                        bounds.add(
                                say.say(
                                        span.withHigh() ? "explain.at-most" : "explain.below",
                                        ValueText.of(high))));
        return bounds.isEmpty()
                ? say.say("explain.any")
                : say.together("explain.between", List.copyOf(bounds));
    }

    private static String key(FactName fact) {
        return "fact." + fact.slug();
    }
}
