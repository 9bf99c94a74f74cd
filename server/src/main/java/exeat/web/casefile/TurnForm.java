package exeat.web.casefile;

import exeat.web.kit.FormBuilder;
import exeat.web.kit.Posted;
import exeat.web.kit.Words;

import exeat.casework.state.Keeping.Why;
import exeat.desk.queue.Turns;
import exeat.web.component.form.Option;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why an officer takes a file before others that are due earlier. */
final class TurnForm {

    private static final List<Why> REASONS =
            Arrays.stream(Why.values()).filter(why -> why != Why.NOT_SAID).toList();

    private TurnForm() {}

    static void ask(FormBuilder form, Turns.OutOfTurn out, Words words) {
        form.radios(
                        "why",
                        words.say("turn.why", out.before()),
                        words.say("turn.why.hint"),
                        REASONS.stream()
                                .map(why -> Option.of(word(why), words.say("turn." + why), ""))
                                .toList())
                .text("why-words", words.say("turn.words"), words.say("turn.words.hint"));
    }

    static Map<String, String> wrong(Posted posted, Words words) {
        var wrong = new LinkedHashMap<String, String>();
        var why = chosen(posted);
        if (why.isEmpty()) {
            wrong.put("why", words.say("wrong.choose"));
        }
        boolean needsWords =
                why.filter(w -> w == Why.OTHER || w == Why.TOLD_FROM_ABOVE).isPresent();
        if (needsWords && posted.one("why-words").isEmpty()) {
            wrong.put("why-words", words.say("wrong.empty"));
        }
        return wrong;
    }

    static Optional<Turns.Reason> reason(Posted posted) {
        return chosen(posted).map(why -> new Turns.Reason(why, posted.one("why-words")));
    }

    private static Optional<Why> chosen(Posted posted) {
        return REASONS.stream().filter(why -> word(why).equals(posted.one("why"))).findFirst();
    }

    private static String word(Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
