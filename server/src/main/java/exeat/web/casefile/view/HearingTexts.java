package exeat.web.casefile.view;

import exeat.casework.state.AdverseHearing;
import exeat.casework.state.AdverseHearing.Answer;
import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.value.TwoOfficerAct;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How somebody is heard, in words: what was weighed, what they said, and the reply to it. */
public final class HearingTexts {

    private final PackTexts terms;
    private final PageTexts words;

    public HearingTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** What is proposed or decided, in the reader's words. */
    public static String name(TwoOfficerAct act, PageTexts words) {
        return words.say(
                switch (act) {
                    case TwoOfficerAct.Refuse _ -> "decision.refusal";
                    case TwoOfficerAct.SetAside _ -> "decision.set-aside";
                    case TwoOfficerAct.PlaceHold _ -> "decision.hold";
                    case TwoOfficerAct.ExtendHold _ -> "decision.longer-hold";
                    case TwoOfficerAct.Revoke _ -> "decision.revocation";
                    case TwoOfficerAct.CorrectFact _ -> "decision.correction";
                });
    }

    /** Since when the person has it, and until when they can answer at least. */
    public String time(AdverseHearing hearing) {
        return hearing.shownUntil()
                .map(last ->
                        words.say(
                                "hearing.until",
                                words.day(hearing.standing().orElseThrow().on()),
                                words.day(last)))
                .orElseGet(() ->
                        words.say(
                                hearing.services().isEmpty()
                                        ? "hearing.unserved"
                                        : "hearing.disputed"));
    }

    /** Each point that the directive wants weighed, with the officer's words. */
    public List<String> weighed(AdverseHearing hearing) {
        return hearing.weighed().stream()
                .map(one ->
                        words.say(
                                "hearing.weighed.one",
                                terms.weighed(one.point()),
                                PageTexts.isolated(one.words())))
                .toList();
    }

    /** What the person said and what the officer replied, in that order. */
    public List<String> said(AdverseHearing hearing) {
        var all = new ArrayList<String>();
        for (var answer : hearing.answers()) {
            var at = words.time(answer.at(), terms.directive().vocabulary().zone());
            all.add(words.say(by(answer), at, PageTexts.isolated(answer.words())));
            answer.reply()
                    .ifPresent(reply ->
                            all.add(
                                    words.say(
                                            "hearing.reply",
                                            words.time(
                                                    reply.at(),
                                                    terms.directive().vocabulary().zone()),
                                            PageTexts.isolated(reply.words()))));
        }
        return all;
    }

    private static String by(Answer answer) {
        return answer.takenBy().isPresent()
                ? "hearing.answer.counter"
                : answer.proved() ? "hearing.answer.own" : "hearing.answer.unproved";
    }

    /** A field for each point that the directive wants weighed. */
    public void ask(FormBuilder form) {
        ask(form, "");
    }

    /**
     * Asks for a text about each point to weigh, and says that it is needed only if the act works
     * against the person.
     */
    public void askIfAgainst(FormBuilder form) {
        ask(form, " " + words.say("action.correct.weighed"));
    }

    private void ask(FormBuilder form, String besides) {
        for (var point : terms.directive().weigh()) {
            form.area(
                    field(point.id()),
                    words.say("action.weighed", terms.weighed(point.id())),
                    words.say("action.weighed.hint", point.paragraph()) + besides);
        }
    }

    /** What is missing of it, by its field. */
    public Map<String, String> missing(SubmittedForm posted) {
        var wrong = new LinkedHashMap<String, String>();
        for (var point : terms.directive().weigh()) {
            if (posted.value(field(point.id())).isEmpty()) {
                wrong.put(field(point.id()), words.say("wrong.empty"));
            }
        }
        return wrong;
    }

    /** What was written about each point; empty where the directive lists none. */
    public Optional<List<Weighed>> read(SubmittedForm posted) {
        return Optional.of(
                        terms.directive().weigh().stream()
                                .map(p -> new Weighed(p.id(), posted.value(field(p.id()))))
                                .filter(one -> !one.words().isEmpty())
                                .toList())
                .filter(all -> !all.isEmpty());
    }

    private static String field(String point) {
        return "weighed-" + point;
    }
}
