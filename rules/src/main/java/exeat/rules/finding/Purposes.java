package exeat.rules.finding;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.Vocabulary;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The purposes of a directive, and what each means for a case.
 *
 * @param meanings in the order in which the pack declares them
 * @param declared false for a pack of a time when there were three purposes for all
 */
public record Purposes(Map<Purpose, Meaning> meanings, boolean declared) {

    /**
     * What follows from a purpose.
     *
     * @param givesUp what the traveller must be told that they may lose; empty where they keep all
     * @param roundTrip whether the traveller comes back: the departure does not end the case, and
     *     the return is recorded too
     */
    public record Meaning(Set<Consequence> givesUp, boolean roundTrip) {
        public Meaning {
            givesUp = Set.copyOf(givesUp);
        }
    }

    public Purposes {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    /**
     * What somebody with this purpose must be told before they confirm, in a fixed order. Where the
     * purpose is not declared that is everything: nobody is told too little.
     */
    public Set<Consequence> givesUp(Purpose purpose) {
        var told = EnumSet.noneOf(Consequence.class);
        told.addAll(
                Optional.ofNullable(meanings.get(purpose))
                        .map(Meaning::givesUp)
                        .orElseGet(() -> EnumSet.allOf(Consequence.class)));
        return told;
    }

    /** Whether somebody with this purpose comes back. */
    public boolean isRoundTrip(Purpose purpose) {
        return Optional.ofNullable(meanings.get(purpose)).filter(Meaning::roundTrip).isPresent();
    }

    /** What people can apply for: the values of the vocabulary's purpose, in its order. */
    public static List<Purpose> offered(Vocabulary vocabulary) {
        return fact(vocabulary).stream()
                .flatMap(fact -> fact.values().stream())
                .flatMap(word -> Purpose.of(word).stream())
                .toList();
    }

    /** The purpose that is written so, if people can apply for it. */
    public static Optional<Purpose> offered(Vocabulary vocabulary, String word) {
        return offered(vocabulary).stream().filter(one -> one.word().equals(word)).findFirst();
    }

    /** The fact that is read off the purpose; every sound vocabulary has one. */
    public static Optional<FactDefinition> fact(Vocabulary vocabulary) {
        return vocabulary.facts().stream()
                .filter(fact -> fact.source() == Source.PURPOSE)
                .findFirst();
    }

    /** The key of a purpose's name in the pack's messages. */
    public static String key(Purpose purpose) {
        return "purpose." + purpose.slug();
    }
}
