package exeat.web.kit;

import exeat.rules.authority.UnitFunction;
import exeat.rules.document.RuleView;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule of a decision table in words. Parts without a message are shown as written in the file, so
 * that readers never see less than the table says.
 */
public final class RuleTexts {

    private static final Pattern LITERALS =
            Pattern.compile("(\"[^\"]*\"|true|false)(\\s*,\\s*(\"[^\"]*\"|true|false))*+");

    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");

    private final PackTexts terms;
    private final PageTexts words;

    public RuleTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** The name of a decision table: of those that every pack has, in the reader's language. */
    public String decision(String name) {
        var key = "rule.decision." + slug(name);
        return words.has(key) ? words.say(key) : name;
    }

    /** What a fact is tested for, as the table writes it, in words. */
    public String test(FactName fact, String written) {
        return terms.directive()
                .vocabulary()
                .definition(fact)
                .map(one -> values(one, written))
                .orElse(written);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    public String conditions(RuleView rule) {
        return rule.conditions().entrySet().stream()
                .map(this::condition)
                .collect(Collectors.joining("; "));
    }

    public String outputs(RuleView rule) {
        return rule.outputs().entrySet().stream()
                .filter(output -> !output.getValue().equals("null"))
                .map(this::output)
                .collect(Collectors.joining("; "));
    }

    private String condition(Map.Entry<String, String> test) {
        return terms.directive()
                .vocabulary()
                .definition(new FactName(test.getKey()))
                .map(fact -> terms.label(fact) + ": " + values(fact, test.getValue()))
                .orElse(test.getKey() + " " + test.getValue());
    }

    private String values(FactDefinition fact, String written) {
        var not = NOT.matcher(written);
        if (not.matches() && LITERALS.matcher(not.group(1)).matches()) {
            return words.say("rule.not", values(fact, not.group(1)));
        }
        if (!LITERALS.matcher(written).matches()) {
            return written;
        }
        return Arrays.stream(written.split(","))
                .map(literal -> bare(literal))
                .map(word -> fact.parse(word).map(value -> terms.value(fact, value)).orElse(word))
                .collect(Collectors.joining(" / "));
    }

    private String output(Map.Entry<String, String> output) {
        var word = bare(output.getValue());
        return switch (output.getKey()) {
            case "outcome" -> Outcome.of(word).map(terms::outcome).orElse(word);
            case "route" -> terms.text("route." + word);
            case "clearance" -> terms.clearance(word);
            case "document" -> terms.document(word);
            case "ground" -> terms.setAsideGround(word);
            default -> other(output.getKey(), word);
        };
    }

    private String other(String name, String word) {
        var key = "rule.output." + slug(name);
        var value =
                switch (word) {
                    case "true", "false" -> words.say(word.equals("true") ? "yes" : "no");
                    default ->
                            name.equals("function") ? terms.function(new UnitFunction(word)) : word;
                };
        return words.has(key) ? words.say(key, value) : named(name) + " " + value;
    }

    /** The pack's own name of an output that it declares. */
    private String named(String output) {
        return terms.directive().vocabulary().output(output).map(terms::output).orElse(output);
    }

    private static String bare(String literal) {
        var text = literal.strip();
        return Optional.of(text)
                .filter(t -> t.length() >= 2 && t.startsWith("\"") && t.endsWith("\""))
                .map(t -> t.substring(1, t.length() - 1))
                .orElse(text);
    }
}
