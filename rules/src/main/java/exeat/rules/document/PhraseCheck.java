package exeat.rules.document;

import exeat.rules.phrase.Phrase;
import exeat.rules.phrase.Plurals;
import java.util.ArrayList;
import java.util.List;

/** Compares a translated phrase with Exeat's English one. */
public final class PhraseCheck {

    private PhraseCheck() {}

    /**
     * What is wrong with a text that stands for a phrase, each fault as what follows its key: it
     * may fill no other places, count at no others, and has every plural of its language.
     */
    @SuppressWarnings("exports")
    public static List<String> faults(String language, Phrase english, String text) {
        var faults = new ArrayList<String>();
        try {
            var phrase = Phrase.of(text);
            phrase.places().stream()
                    .filter(place -> !english.places().contains(place))
                    .forEach(place ->
                            faults.add("has a placeholder {" + place + "} that nothing fills"));
            var needed = Plurals.of(language).categories();
            phrase.counts()
                    .forEach((place, forms) -> {
                        if (!english.counts().containsKey(place)) {
                            faults.add("uses a plural at {" + place + "}, which is not a number");
                        }
                        needed.stream()
                                .filter(category -> !forms.contains(category))
                                .forEach(category ->
                                        faults.add(
                                                "needs the plural form '"
                                                        + category
                                                        + "' at {"
                                                        + place
                                                        + "}"));
                    });
        } catch (IllegalArgumentException wrong) {
            faults.add(String.valueOf(wrong.getMessage()));
        }
        return faults;
    }
}
