package exeat.web.apply;

import exeat.casework.decide.GuardianRules;
import exeat.casework.value.Guardian;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Who has parental responsibility: picked from the application, or named if not in it. */
final class GuardianQuestion {

    static final int MAX_GUARDIANS = 2;

    private final PageTexts words;
    private final SortedMap<Integer, String> adults;
    private final List<Traveller> travellers;

    /**
     * @param adults the names of the adults of the application by their numbers; 0 is the person
     *     who files
     * @param travellers all that are known so far
     */
    GuardianQuestion(
            PageTexts words, SortedMap<Integer, String> adults, List<Traveller> travellers) {
        this.words = words;
        this.adults = adults;
        this.travellers = travellers;
    }

    Question question() {
        return new Question(
                "guardians",
                words.say("ask.guardians"),
                List.of("guardian1", "guardian1-party", "guardian2", "guardian2-party"),
                this::ask,
                this::wrong,
                answers -> TravellerAnswers.guardians(answers).stream().map(this::named).toList());
    }

    private void ask(FormBuilder form) {
        form.prose(words.say("ask.guardians.hint"));
        for (int i = 1; i <= MAX_GUARDIANS; i++) {
            if (!adults.isEmpty()) {
                form.select(
                        "guardian" + i + "-party", words.say("ask.guardian.party", i), "", list());
            }
            var label = adults.isEmpty() ? "ask.guardian" : "ask.guardian.name";
            form.text("guardian" + i, words.say(label, i), "");
        }
    }

    private List<ChoiceOption> list() {
        var list = new ArrayList<ChoiceOption>();
        list.add(ChoiceOption.of("", words.say("ask.guardian.outside"), " "));
        adults.forEach((no, name) -> list.add(ChoiceOption.of(Integer.toString(no), name, "")));
        return list;
    }

    private Map<String, String> wrong(SubmittedForm answers) {
        var wrong = new LinkedHashMap<String, String>();
        for (int i = 1; i <= MAX_GUARDIANS; i++) {
            var field = "guardian" + i;
            NameQuestions.tooLong(answers.value(field), Guardian.MAX_NAME, words)
                    .ifPresent(why -> wrong.put(field, why));
        }
        var given = TravellerAnswers.guardians(answers);
        if (given.isEmpty() || !given.stream().allMatch(this::isThere)) {
            wrong.put("guardian1", words.say("wrong.guardian"));
        } else if (GuardianRules.isAnyTwice(given, travellers)) {
            wrong.put("guardian2", words.say("wrong.guardian-twice"));
        }
        return wrong;
    }

    /** Somebody who was picked and then left out of the application, or changed, is not there. */
    private boolean isThere(Guardian guardian) {
        return guardian.party()
                .map(TravellerNo::number)
                .filter(no -> !adults.containsKey(no))
                .isEmpty();
    }

    private String named(Guardian guardian) {
        return guardian.party()
                .map(party -> adults.getOrDefault(party.number(), guardian.name()))
                .orElse(guardian.name());
    }
}
