package exeat.web.casefile.view;

import exeat.casework.value.appearance.Appearance;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;

/** An appearance in the reader's language: where, when, what for, and what became of it. */
public final class AppearanceTexts {

    private final PackTexts terms;
    private final PageTexts words;

    public AppearanceTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** How and when, in a few words. */
    public String when(Appearance one) {
        return words.say(
                "appearance.when",
                words.say("appearance.kind." + one.request().kind().stored()),
                words.zoned(one.at(), terms.directive().vocabulary().zone()));
    }

    /** All that is said of it. */
    public List<String> of(Appearance one) {
        var all = new ArrayList<String>();
        var request = one.request();
        all.add(words.say("appearance.where", when(one), terms.unit(request.place())));
        all.add(
                words.say(
                        "appearance.for",
                        words.say("appearance.purpose." + request.purpose().stored()),
                        PageTexts.isolated(request.words())));
        one.end().ifPresent(end -> all.add(words.say("appearance.end." + end.stored())));
        one.wish()
                .ifPresent(wish -> all.add(words.say("appearance.wish", PageTexts.isolated(wish))));
        return all;
    }

    /** How many the directive allows, and how many were asked. */
    public String count(int counted, int allowed) {
        return words.say("appearance.count", allowed, counted);
    }
}
