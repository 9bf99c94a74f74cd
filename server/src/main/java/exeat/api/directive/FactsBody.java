package exeat.api.directive;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.http.Problem;
import exeat.http.Problem.FieldError;
import exeat.json.FactJson;
import exeat.rules.Directive;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts as JSON: one member per fact, by its name in the vocabulary. {@code null} means that there
 * is none, {@code "withheld"} that the traveller prefers not to say; a date is a string.
 */
public final class FactsBody {

    /** How many names that are no facts an answer repeats, and how much of each. */
    private static final int NAMED = 5;

    private static final int MAX_NAME = 60;

    private FactsBody() {}

    /** The facts; otherwise adds to {@code errors} what is wrong, each with its path. */
    public static Facts read(
            Directive directive,
            @Nullable Map<String, JsonNode> given,
            String path,
            List<FieldError> errors) {
        var facts = new TreeMap<FactName, Value>();
        var unknown = new ArrayList<String>();
        if (given != null) {
            given.forEach((name, node) -> {
                var definition = definition(directive, name);
                var value = definition.flatMap(fact -> value(fact, node));
                if (definition.isEmpty()) {
                    unknown.add(name);
                } else if (value.isEmpty()) {
                    errors.add(new FieldError(path + name, allowed(definition.get())));
                } else {
                    facts.put(definition.get().name(), value.get());
                }
            });
        }
        unknown(unknown, path, errors);
        return new Facts(facts);
    }

    /** The first few by name, so that an answer is never as long as what was sent. */
    private static void unknown(List<String> names, String path, List<FieldError> errors) {
        names.stream()
                .limit(NAMED)
                .map(name -> new FieldError(path + cut(name), "is not a fact of this directive"))
                .forEach(errors::add);
        if (names.size() > NAMED) {
            errors.add(
                    new FieldError(
                            path.replaceFirst("\\.$", ""),
                            "has %d more names that are no facts of this directive"
                                    .formatted(names.size() - NAMED)));
        }
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME)) + "…";
    }

    /** Like {@link #read}, but throws the errors. */
    public static Facts readAll(
            Directive directive, @Nullable Map<String, JsonNode> given, String path) {
        var errors = new ArrayList<FieldError>();
        var facts = read(directive, given, path, errors);
        if (!errors.isEmpty()) {
            throw Problem.fields(errors).thrown();
        }
        return facts;
    }

    public static Value readOne(Directive directive, String fact, JsonNode node, String path) {
        var definition =
                definition(directive, fact)
                        .orElseThrow(() ->
                                Problem.field("act.fact", "is not a fact of this directive")
                                        .thrown());
        return value(definition, node)
                .orElseThrow(() -> Problem.field(path, allowed(definition)).thrown());
    }

    private static Optional<FactDefinition> definition(Directive directive, String name) {
        return directive.vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(name))
                .findFirst();
    }

    private static Optional<Value> value(FactDefinition fact, JsonNode node) {
        if (node.isNull()) {
            return Optional.of(Value.ABSENT).filter(none -> fact.violation(none).isEmpty());
        }
        boolean fits =
                switch (fact.type()) {
                    case BOOLEAN -> node.isBoolean();
                    case NUMBER -> node.isNumber();
                    case TEXT, DATE -> node.isTextual();
                };
        boolean word = node.isTextual() && node.textValue().equals("withheld");
        return fits || word ? fact.parse(text(node)) : Optional.empty();
    }

    private static String text(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    private static String allowed(FactDefinition fact) {
        var form =
                switch (fact.type()) {
                    case BOOLEAN -> "must be true or false";
                    case NUMBER -> "must be a number";
                    case DATE -> "must be a date such as 1963-08-08";
                    case TEXT ->
                            fact.values().isEmpty()
                                    ? "must be text"
                                    : "must be one of " + String.join(", ", fact.values());
                };
        return form
                + (fact.optional() ? ", or null for none" : "")
                + (fact.isProtected() ? ", or \"withheld\"" : "");
    }

    public static Map<String, JsonNode> write(Facts facts) {
        var written = new LinkedHashMap<String, JsonNode>();
        facts.values().forEach((name, value) -> written.put(name.text(), write(value)));
        facts.sets()
                .forEach((name, set) ->
                        written.put(
                                name.text(),
                                WrittenForm.read(JsonNode.class, json -> FactJson.set(json, set))));
        return written;
    }

    public static JsonNode write(Value value) {
        return WrittenForm.read(JsonNode.class, json -> FactJson.value(json, value));
    }
}
