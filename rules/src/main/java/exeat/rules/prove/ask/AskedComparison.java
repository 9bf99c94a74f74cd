package exeat.rules.prove.ask;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.document.Phrases;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.fact.FactName;
import exeat.rules.pack.MessageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what officers may ask of everybody under a local pack and not under a directive above it:
 * facts that identify, reach, protect or document somebody, and documents that show a fact. Rules
 * turn on neither, so no comparison of findings shows them.
 */
public final class AskedComparison {

    /** How many texts are named. */
    private static final int NAMED = 3;

    private AskedComparison() {}

    /** A sentence for each; empty where nothing more can be asked of everybody. */
    public static List<String> of(ParsedPack local, Directive above) {
        var all = new ArrayList<String>();
        var theirs = above.vocabulary().byName();
        for (var fact : local.vocabulary().facts()) {
            var known = Optional.ofNullable(theirs.get(fact.name()));
            boolean isAsked = known.filter(one -> one.use() != Use.DECIDE).isPresent();
            if (fact.use() != Use.DECIDE && !isAsked && isDeclared(fact)) {
                all.add(
                        "Everybody can be asked for %s (use: %s); %s does not let anybody ask for it."
                                .formatted(
                                        fact.name(),
                                        fact.use().name().toLowerCase(Locale.ROOT),
                                        above.ref().id()));
            }
        }
        var papers = documents(theirs);
        documents(local.vocabulary().byName())
                .forEach((document, fact) -> {
                    if (!papers.containsKey(document)) {
                        all.add(
                                ("Everybody can be asked for the document %s, because it is the"
                                                + " evidence of %s; under %s it is the evidence of no fact.")
                                        .formatted(document, fact, above.ref().id()));
                    }
                });
        return all;
    }

    private static boolean isDeclared(FactDefinition fact) {
        return fact.source() == FactDefinition.Source.DECLARED;
    }

    /** The documents that show a fact, each with the first such fact. */
    private static Map<String, FactName> documents(Map<FactName, FactDefinition> facts) {
        var all = new TreeMap<String, FactName>();
        for (var name : new TreeSet<>(facts.keySet())) {
            Objects.requireNonNull(facts.get(name))
                    .evidence()
                    .ifPresent(document -> all.putIfAbsent(document, name));
        }
        return all;
    }

    /**
     * A sentence for each language that a directive above does not have and in which a local pack
     * words the directive's things. Nothing can be compared with these texts.
     *
     * @param things the keys of what is the directive's
     */
    @SuppressWarnings("exports")
    public static List<String> translated(ParsedPack local, Directive above, MessageKeys things) {
        var keys = new TreeMap<String, TreeSet<String>>();
        for (var word : local.words()) {
            boolean isExeats =
                    Phrases.keys().contains(word.key()) && Phrases.isSpoken(word.language());
            if (!above.messages().languages().contains(word.language())
                    && !isExeats
                    && things.isKnown(word.key())) {
                keys.computeIfAbsent(word.language(), first -> new TreeSet<>()).add(word.key());
            }
        }
        return keys.entrySet().stream()
                .map(one -> translated(name(one.getKey()), one.getValue(), above.ref().id()))
                .toList();
    }

    private static String translated(String language, SortedSet<String> keys, String above) {
        return ("Not compared: the %d %s texts for things of %s, which has no %s texts, among them"
                        + " %s. Lawyers read them beside the rules that they sign.")
                .formatted(
                        keys.size(),
                        language,
                        above,
                        language,
                        keys.stream().limit(NAMED).collect(Collectors.joining(", ")));
    }

    private static String name(String language) {
        return Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
    }

    /**
     * The languages in which people are told everything under a directive above and only part of it
     * under a local pack, a sentence for each. The local pack's own things, down to its units and
     * the gists of its paragraphs, need words in each language of the directive.
     */
    public static List<String> languages(ParsedPack local, Directive above) {
        var own =
                local.words().stream()
                        .map(word -> word.language())
                        .collect(Collectors.toCollection(TreeSet::new));
        return above.messages().languages().stream()
                .filter(language -> !language.equals("en"))
                .filter(language -> !own.contains(language))
                .sorted()
                .map(language ->
                        ("People who read %s are told everything in it under %s; here there is no"
                                        + " messages_%s.properties, so paragraphs, units and all that is new"
                                        + " are told in English.")
                                .formatted(name(language), above.ref().id(), language))
                .toList();
    }
}
