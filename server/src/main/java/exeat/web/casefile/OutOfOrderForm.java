package exeat.web.casefile;

import exeat.casework.state.CaseHandling.OutOfOrderReason;
import exeat.desk.queue.WorkQueue;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks why an officer takes a case before others that are due earlier. */
final class OutOfOrderForm {

    private static final List<OutOfOrderReason> REASONS =
            Arrays.stream(OutOfOrderReason.values())
                    .filter(why -> why != OutOfOrderReason.NOT_SAID)
                    .toList();

    private OutOfOrderForm() {}

    static void ask(FormBuilder form, WorkQueue.OutOfTurn out, PageTexts words) {
        form.radios(
                        "why",
                        words.say("turn.why", out.before()),
                        words.say("turn.why.hint"),
                        REASONS.stream()
                                .map(why ->
                                        ChoiceOption.of(word(why), words.say("turn." + why), ""))
                                .toList())
                .text("why-words", words.say("turn.words"), words.say("turn.words.hint"));
    }

    static Map<String, String> wrong(SubmittedForm posted, PageTexts words) {
        var wrong = new LinkedHashMap<String, String>();
        var why = chosen(posted);
        if (why.isEmpty()) {
            wrong.put("why", words.say("wrong.choose"));
        }
        boolean needsWords =
                why.filter(w ->
                                w == OutOfOrderReason.OTHER
                                        || w == OutOfOrderReason.TOLD_FROM_ABOVE)
                        .isPresent();
        if (needsWords && posted.value("why-words").isEmpty()) {
            wrong.put("why-words", words.say("wrong.empty"));
        }
        return wrong;
    }

    static Optional<WorkQueue.JumpReason> reason(SubmittedForm posted) {
        return chosen(posted).map(why -> new WorkQueue.JumpReason(why, posted.value("why-words")));
    }

    private static Optional<OutOfOrderReason> chosen(SubmittedForm posted) {
        return REASONS.stream().filter(why -> word(why).equals(posted.value("why"))).findFirst();
    }

    private static String word(OutOfOrderReason why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
