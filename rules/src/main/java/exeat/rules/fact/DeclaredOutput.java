package exeat.rules.fact;

import exeat.rules.fact.Value.Quantity;
import exeat.rules.fact.Value.Text;
import exeat.rules.fact.Value.Truth;
import exeat.rules.source.StoredWord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An output of the decision Paper that a pack declares, with the order in which its values are
 * better for the person. It becomes part of the burden, so every proof and comparison covers it.
 *
 * @param name as the decision table writes it; words of letters and digits
 * @param better which of two values is better
 * @param bestFirst every value, best first, of an output that is {@link Better#EARLIER}; else empty
 * @param without what people have under a directive that does not declare it; empty if they have no
 *     limit, which is better than every number ({@link Better#MORE} only)
 */
public record DeclaredOutput(
        String name, Better better, List<String> bestFirst, Optional<Value> without) {

    /** The order of an output's values. */
    public enum Better implements StoredWord {
        /** A whole number: the larger one. */
        MORE("more"),
        /** A whole number: the smaller one. */
        LESS("less"),
        YES("yes"),
        NO("no"),
        /** A text: the one that the pack lists earlier. */
        EARLIER("earlier");

        private final String word;

        Better(String word) {
            this.word = word;
        }

        @Override
        public String stored() {
            return word;
        }

        /** The order that a pack writes with this word; a list of texts has none. */
        public static Optional<Better> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one != EARLIER && one.word.equals(word))
                    .findFirst();
        }
    }

    /** How a pack writes that there is no limit. */
    public static final String NO_LIMIT = "no limit";

    /** The largest number that an output can give. */
    public static final int MAX_VALUE = 1_000_000_000;

    /** How good it is to have no limit, as if it were a number above every other. */
    private static final BigDecimal UNLIMITED = BigDecimal.valueOf(Long.MAX_VALUE);

    public DeclaredOutput {
        bestFirst = List.copyOf(bestFirst);
    }

    /** The name in keys of messages: lower case, hyphens for spaces. */
    public String slug() {
        return new FactName(name).slug();
    }

    /** The key of its name in the pack's messages; the keys of its sentences begin with it. */
    public String key() {
        return "output." + slug();
    }

    /** The key of the sentence that tells somebody what they get; a number fills its place 0. */
    public String givenKey(Optional<Value> value) {
        var given = key() + ".given";
        return switch (better) {
            case MORE, LESS -> value.isEmpty() ? given + ".no-limit" : given;
            case YES, NO, EARLIER -> given + "." + text(value.orElseThrow()).replace(' ', '-');
        };
    }

    /** Every key of such a sentence. */
    public List<String> givenKeys() {
        return switch (better) {
            case MORE, LESS ->
                    Stream.of(Optional.of(Value.of(0)), without)
                            .map(this::givenKey)
                            .distinct()
                            .toList();
            case YES, NO ->
                    Stream.of(true, false)
                            .map(truth -> givenKey(Optional.of(Value.of(truth))))
                            .toList();
            case EARLIER ->
                    bestFirst.stream().map(text -> givenKey(Optional.of(Value.of(text)))).toList();
        };
    }

    /** The value that a pack or a form writes in this way; empty if this output cannot have it. */
    public Optional<Value> parse(String written) {
        return switch (better) {
            case MORE, LESS ->
                    written.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(written) <= MAX_VALUE
                            ? Optional.of(new Quantity(new BigDecimal(written)))
                            : Optional.empty();
            case YES, NO ->
                    switch (written) {
                        case "yes", "true" -> Optional.of(Value.of(true));
                        case "no", "false" -> Optional.of(Value.of(false));
                        default -> Optional.empty();
                    };
            case EARLIER ->
                    bestFirst.contains(written) ? Optional.of(Value.of(written)) : Optional.empty();
        };
    }

    /** Its possible values, in words for a pack's author. */
    public String values() {
        return switch (better) {
            case MORE, LESS ->
                    "a whole number from 0 to "
                            + MAX_VALUE
                            + (without.isEmpty() ? ", or null" : "");
            case YES, NO -> "true or false";
            case EARLIER -> "one of " + String.join(", ", bestFirst);
        };
    }

    /**
     * How good a value is for the person: 0 for as good as without this output, higher is better.
     *
     * @param value of this output; empty for no limit
     */
    public BigDecimal goodness(Optional<Value> value) {
        return rank(value).subtract(rank(without));
    }

    private BigDecimal rank(Optional<Value> value) {
        if (value.isEmpty()) {
            return UNLIMITED;
        }
        return switch (value.get()) {
            case Quantity(var number) -> better == Better.MORE ? number : number.negate();
            case Truth(var truth) ->
                    truth == (better == Better.YES) ? BigDecimal.ONE : BigDecimal.ZERO;
            case Text(var text) -> BigDecimal.valueOf(-bestFirst.indexOf(text));
            case Value.Day _, Value.Absent _, Value.Withheld _ ->
                    throw new IllegalArgumentException(name + " never has the value " + value);
        };
    }

    /** What a finding of this goodness gives, in words that follow a name. */
    public String words(BigDecimal goodness) {
        var rank = goodness.add(rank(without));
        return "gives "
                + name
                + ": "
                + switch (better) {
                    case MORE -> rank.compareTo(UNLIMITED) == 0 ? NO_LIMIT : rank.toPlainString();
                    case LESS -> rank.negate().toPlainString();
                    case YES -> rank.signum() > 0 ? "yes" : "no";
                    case NO -> rank.signum() > 0 ? "no" : "yes";
                    case EARLIER -> bestFirst.get(rank.negate().intValueExact());
                };
    }

    /** Its order in a sentence, which two lawyers sign because every comparison relies on it. */
    public String sentence() {
        return name
                + ": "
                + switch (better) {
                    case MORE -> "more is better";
                    case LESS -> "less is better";
                    case YES -> "yes is better";
                    case NO -> "no is better";
                    case EARLIER -> "best first: " + String.join(", ", bestFirst);
                }
                + "; without it people have "
                + without.map(DeclaredOutput::words).orElse(NO_LIMIT)
                + ".";
    }

    private static String words(Value value) {
        return switch (value) {
            case Truth(var truth) -> truth ? "yes" : "no";
            case Quantity _, Text _, Value.Day _, Value.Absent _, Value.Withheld _ -> text(value);
        };
    }

    private static String text(Value value) {
        return ValueText.of(value);
    }
}
