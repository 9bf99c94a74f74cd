package exeat.web.apply;

import exeat.casework.value.PersonName;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Questions for names. The script is read from the letters; doubts are told and can be passed. */
final class NameQuestions {

    /** The field and the button that ask for room for the name in one more script. */
    static final String MORE = "more";

    static final int MAX_NAMES = 4;

    /** A Han or Hangul name without its parts apart has this many letters; some have two. */
    private static final int WHOLE = 3;

    private final PageTexts words;

    NameQuestions(PageTexts words) {
        this.words = words;
    }

    /** Whether the person who files travels; if not, their name. */
    Question filer() {
        return new Question(
                "who",
                words.say("ask.who"),
                List.of("who", "family1", "given1"),
                form ->
                        form.headline("who")
                                .radios(
                                        "who",
                                        words.say("ask.who"),
                                        words.say("ask.who.hint"),
                                        List.of(
                                                ChoiceOption.of("me", words.say("ask.who.me"), ""),
                                                ChoiceOption.of(
                                                        "others", words.say("ask.who.others"), "")))
                                .prose(words.say("ask.who.name"))
                                .text("family1", words.say("ask.family"), "")
                                .text("given1", words.say("ask.given"), ""),
                this::wrongFiler,
                answers ->
                        isFor(answers)
                                ? shown(answers, words.say("ask.who.others"))
                                : List.of(words.say("ask.who.me")),
                answers -> isFor(answers) ? doubts(answers) : List.of());
    }

    private static List<String> shown(SubmittedForm answers, String what) {
        var lines = new ArrayList<>(List.of(what));
        TravellerAnswers.names(answers).stream().map(PersonName::full).forEach(lines::add);
        return lines;
    }

    private static boolean isFor(SubmittedForm answers) {
        return answers.value("who").equals("others");
    }

    private Map<String, String> wrongFiler(SubmittedForm answers) {
        if (answers.oneOf("who", List.of("me", "others")).isEmpty()) {
            return Map.of("who", words.say("wrong.choose"));
        }
        return isFor(answers) ? wrong(answers) : Map.of();
    }

    /** The name, in every script that the person gives. */
    Question names() {
        var fields =
                IntStream.rangeClosed(1, MAX_NAMES)
                        .boxed()
                        .<String>mapMulti((i, add) -> {
                            add.accept("family" + i);
                            add.accept("given" + i);
                        })
                        .toList();
        return new Question(
                "name",
                words.say("ask.name"),
                fields,
                form -> {
                    for (int i = 1; i <= room(form.values()); i++) {
                        var other = i == 1 ? "" : ".other";
                        form.text(
                                        "family" + i,
                                        words.say("ask.family" + other, i),
                                        i == 1 ? words.say("ask.name.hint") : "")
                                .text("given" + i, words.say("ask.given" + other, i), "");
                    }
                },
                this::wrong,
                answers -> TravellerAnswers.names(answers).stream().map(PersonName::full).toList(),
                this::doubts);
    }

    /** The number of scripts with fields: those that were filled in, and one that was asked for. */
    static int room(SubmittedForm answers) {
        int filled =
                IntStream.rangeClosed(1, MAX_NAMES)
                        .filter(i -> !whole(answers, i).isEmpty())
                        .max()
                        .orElse(0);
        int asked = answers.value(MORE).isEmpty() ? 0 : 1;
        return Math.clamp(filled + asked, 1, MAX_NAMES);
    }

    private static String whole(SubmittedForm answers, int i) {
        return answers.value("family" + i) + answers.value("given" + i);
    }

    private Map<String, String> wrong(SubmittedForm answers) {
        var wrong = new LinkedHashMap<String, String>();
        var scripts = new HashSet<String>();
        for (int i = 1; i <= MAX_NAMES; i++) {
            var name = whole(answers, i);
            var field = "family" + i;
            if (name.isEmpty()) {
                continue;
            }
            for (var part : List.of(field, "given" + i)) {
                tooLong(answers.value(part), PersonName.MAX_PART, words)
                        .ifPresent(text -> wrong.put(part, text));
            }
            if (!new PersonName(NameScript.of(name), name, "").isWritten()) {
                wrong.putIfAbsent(field, words.say("wrong.name-signs"));
            } else if (!scripts.add(NameScript.of(name))) {
                wrong.putIfAbsent(field, words.say("wrong.script-twice"));
            }
        }
        if (wrong.isEmpty() && scripts.isEmpty()) {
            wrong.put("family1", words.say("wrong.name"));
        }
        return wrong;
    }

    /** The message for a text that no door takes, because of its length. */
    static Optional<String> tooLong(String text, int most, PageTexts words) {
        return text.length() <= most
                ? Optional.empty()
                : Optional.of(words.say("wrong.long", most, text.length()));
    }

    private List<String> doubts(SubmittedForm answers) {
        var doubts = new ArrayList<String>();
        for (int i = 1; i <= MAX_NAMES; i++) {
            var name = whole(answers, i);
            var shown = (answers.value("family" + i) + " " + answers.value("given" + i)).strip();
            if (NameScript.isMixed(name)) {
                doubts.add(words.say("doubt.mixed", shown));
            }
            if (name.codePoints().anyMatch(Character::isDigit)) {
                doubts.add(words.say("doubt.digits", shown));
            }
            if (isUnparted(answers.value("family" + i), answers.value("given" + i))) {
                doubts.add(words.say("doubt.one-field", shown));
            }
        }
        return doubts;
    }

    /** Probably a whole name in one field, so that nobody finds the person by the family name. */
    private static boolean isUnparted(String family, String given) {
        var whole = family + given;
        boolean spaced = whole.contains(" ");
        var script = NameScript.of(whole);
        boolean unspaced = script.equals("Hang") || script.equals("Hani");
        return (family.isEmpty() || given.isEmpty())
                && (spaced || (unspaced && whole.codePointCount(0, whole.length()) >= WHOLE));
    }
}
