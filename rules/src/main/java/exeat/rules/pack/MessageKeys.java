package exeat.rules.pack;

import exeat.rules.authority.OfficeDirectory;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.decide.Tables;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.FeeTerms;
import exeat.rules.document.Phrases;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purposes;
import exeat.rules.phrase.Phrase;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of messages that a pack has words for, in English at least. */
public final class MessageKeys {

    private final Set<String> required = new LinkedHashSet<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final Map<String, Phrase> phrases = new HashMap<>(Phrases.of("en"));

    public MessageKeys(
            Vocabulary vocabulary,
            Purposes purposes,
            PackRecord record,
            UnitFunctions division,
            Tables tables,
            OfficeDirectory directory) {
        optional.addAll(Phrases.keys());
        optional.addAll(DirectiveRecord.TEXTS);
        vocabulary.facts().forEach(this::fact);
        for (var output : vocabulary.outputs()) {
            required.add(output.key());
            output.givenKeys().forEach(key -> sentence(key, output));
        }
        for (var outcome : Outcome.values()) {
            explained("outcome." + hyphenated(outcome.word()));
        }
        purposes.meanings().keySet().forEach(purpose -> required.add(Purposes.key(purpose)));
        division.functions().forEach(function -> required.add(UnitFunctions.key(function)));
        tables.route().rows().stream()
                .flatMap(row -> row.ground().route().stream())
                .forEach(route -> required.add("route." + route));
        tables.clearances().rows().forEach(demand -> explained("clearance." + demand.name()));
        tables.documents().rows().forEach(document -> document("document." + document));
        tables.setAside().rows().forEach(row -> required.add("ground." + row.ground()));
        record.instruments().keySet().stream()
                .sorted()
                .forEach(instrument -> required.add("instrument." + instrument));
        record.weigh().forEach(point -> required.add(point.key()));
        record.fees()
                .ifPresent(_ -> {
                    required.add(FeeTerms.PURPOSE);
                    required.add(FeeTerms.PAYMENT);
                });
        directory(directory);
    }

    private void directory(OfficeDirectory directory) {
        for (var unit : directory.offices().keySet()) {
            optional.add(OfficeDirectory.addressKey(unit));
            optional.add(OfficeDirectory.doesKey(unit));
        }
        for (var help : directory.help()) {
            required.add(help.nameKey());
            required.add(help.doesKey());
            optional.add(help.addressKey());
        }
    }

    private void fact(FactDefinition fact) {
        var key = "fact." + fact.name().slug();
        required.add(key + ".label");
        optional.add(key + ".label.officer");
        // What is read off the application is shown, but never asked as a question of its own.
        (fact.source() == FactDefinition.Source.DECLARED ? required : optional)
                .add(key + ".question");
        optional.add(key + ".hint");
        switch (fact.type()) {
            case TEXT -> fact.values().forEach(value -> value(key + ".value." + hyphenated(value)));
            case BOOLEAN -> {
                value(key + ".value.true");
                value(key + ".value.false");
            }
            case NUMBER, DATE -> {}
        }
        if (fact.optional()) {
            value(key + ".value.absent");
        }
        if (fact.isProtected()) {
            required.add(key + ".value.withheld");
        }
    }

    /** A value, how a sentence says that it is so, and how officers read it of the person. */
    private void value(String key) {
        required.add(key);
        optional.add(key + ".if");
        optional.add(key + ".officer");
    }

    private void document(String key) {
        required.add(key);
        optional.add(key + ".officer");
    }

    /** What somebody is told of an output; the sentence of a number may count it. */
    private void sentence(String key, DeclaredOutput output) {
        required.add(key);
        boolean counts =
                switch (output.better()) {
                    case MORE, LESS -> key.equals(output.givenKey(Optional.of(Value.of(0))));
                    case YES, NO, EARLIER -> false;
                };
        phrases.put(key, Phrase.of(counts ? "{0, plural, one {#} other {#}}" : ""));
    }

    private void explained(String key) {
        required.add(key);
        required.add(key + ".explained");
    }

    private static String hyphenated(String word) {
        return word.replace(' ', '-');
    }

    Set<String> required() {
        return required;
    }

    /** What a text with this key may fill and count, if it is a phrase. */
    Optional<Phrase> phrase(String key) {
        return Optional.ofNullable(phrases.get(key));
    }

    /** Whether a text with this key is this pack's. */
    public boolean isKnown(String key) {
        return required.contains(key) || optional.contains(key);
    }
}
