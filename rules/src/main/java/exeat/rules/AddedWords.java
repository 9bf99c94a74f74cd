package exeat.rules;

import exeat.rules.document.RuleView;
import exeat.rules.fact.FactDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages that a local pack adds: texts for its own things, and translations that the
 * directive above lacks. No proof checks them, so lawyers read each beside the rule that uses it.
 */
public final class AddedWords {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** What the literals of a rule can name, as their messages' keys begin. */
    private static final List<String> NAMED =
            List.of(
                    "outcome.",
                    "clearance.",
                    "function.",
                    "route.",
                    "ground.",
                    "document.",
                    "purpose.");

    /**
     * A text.
     *
     * @param language such as {@code en}
     */
    public record Word(String language, String key, String text) {}

    private final Directive directive;
    private final List<Word> all;

    private AddedWords(Directive directive, List<Word> all) {
        this.directive = directive;
        this.all = all;
    }

    /** Empty for a directive that extends no other. */
    public static AddedWords of(Directive directive) {
        var added = new ArrayList<Word>();
        directive
                .parent()
                .map(Directive::messages)
                .ifPresent(above ->
                        directive.messages().languages().stream()
                                .sorted()
                                .forEach(language -> {
                                    var theirs = above.in(language);
                                    new TreeMap<>(directive.messages().in(language))
                                            .forEach((key, text) -> {
                                                if (!text.equals(theirs.get(key))
                                                        && !isGist(language, key)) {
                                                    added.add(new Word(language, key, text));
                                                }
                                            });
                                }));
        return new AddedWords(directive, List.copyOf(added));
    }

    /** The English gist of a paragraph stands beside its rules already. */
    private static boolean isGist(String language, String key) {
        return language.equals("en") && key.startsWith("paragraph.");
    }

    /** The words for what a rule names: its facts, what it gives, its paragraph. */
    public List<Word> beside(RuleView rule) {
        var named = named(rule);
        return all.stream()
                .filter(word -> named.stream().anyMatch(thing -> isOf(word.key(), thing)))
                .toList();
    }

    /** The words for what no rule names, such as units. */
    public List<Word> besidesRules() {
        var named = new TreeSet<String>();
        directive.rules().forEach(rule -> named.addAll(named(rule)));
        return all.stream()
                .filter(word -> named.stream().noneMatch(thing -> isOf(word.key(), thing)))
                .toList();
    }

    /** The thing's own text, or one below it such as its explanation. */
    private static boolean isOf(String key, String thing) {
        return key.startsWith(thing)
                && (key.length() == thing.length() || key.charAt(thing.length()) == '.');
    }

    private Set<String> named(RuleView rule) {
        var named = new TreeSet<String>();
        rule.paragraph().ifPresent(number -> named.add("paragraph." + number));
        rule.instrument().ifPresent(id -> named.add("instrument." + id));
        Stream.concat(rule.conditions().values().stream(), rule.outputs().values().stream())
                .flatMap(text -> LITERAL.matcher(text).results().map(found -> found.group(1)))
                .map(word -> word.replace(' ', '-'))
                .forEach(word -> NAMED.forEach(kind -> named.add(kind + word)));
        for (var output : directive.vocabulary().outputs()) {
            if (rule.outputs().containsKey(output.name())) {
                named.add(output.key());
            }
        }
        for (var fact : directive.vocabulary().facts()) {
            if (rule.conditions().keySet().stream().anyMatch(input -> reads(input, fact))) {
                named.add("fact." + fact.name().slug());
            }
        }
        return named;
    }

    private static boolean reads(String input, FactDefinition fact) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(fact.name().text()) + "(?!\\w)")
                .matcher(input)
                .find();
    }
}
