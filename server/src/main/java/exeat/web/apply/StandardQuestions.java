package exeat.web.apply;

import exeat.rules.authority.Authority;
import exeat.rules.finding.Purpose;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.ChoiceOptionGroup;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Questions for every traveller under any directive. */
final class StandardQuestions {

    static final int MAX_NAMES = 4;
    static final List<String> SCRIPTS = List.of("Hang", "Hani", "Latn", "Cyrl");
    static final int MAX_GUARDIANS = 2;

    private final PackTexts terms;
    private final PageTexts words;

    StandardQuestions(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** Whether the person who files travels; if not, their name. */
    Question filer() {
        return new Question(
                "who",
                words.say("ask.who"),
                List.of("who", "script1", "family1", "given1"),
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
                                .select("script1", words.say("ask.script"), "", scripts())
                                .text("family1", words.say("ask.family"), "")
                                .text("given1", words.say("ask.given"), ""),
                this::wrongFiler,
                answers ->
                        List.of(
                                words.say(
                                        "ask.who."
                                                + (answers.value("who").equals("others")
                                                        ? "others"
                                                        : "me"))));
    }

    private Map<String, String> wrongFiler(SubmittedForm answers) {
        if (answers.oneOf("who", List.of("me", "others")).isEmpty()) {
            return Map.of("who", words.say("wrong.choose"));
        }
        boolean unnamed = answers.value("family1").isEmpty() && answers.value("given1").isEmpty();
        return answers.value("who").equals("others") && unnamed
                ? Map.of("family1", words.say("wrong.name"))
                : Map.of();
    }

    /** The name, in every script that the person gives. */
    Question names(SubmittedForm answers) {
        int shown =
                Math.min(MAX_NAMES, blocks(answers) + (answers.value("more").isEmpty() ? 0 : 1));
        var fields = new ArrayList<String>(List.of("more"));
        for (int i = 1; i <= shown; i++) {
            fields.addAll(List.of("script" + i, "family" + i, "given" + i));
        }
        return new Question(
                "name",
                words.say("ask.name"),
                fields,
                form -> {
                    for (int i = 1; i <= shown; i++) {
                        form.select(
                                        "script" + i,
                                        words.say(i == 1 ? "ask.script" : "ask.script.other"),
                                        i == 1 ? words.say("ask.name.hint") : "",
                                        scripts())
                                .text("family" + i, words.say("ask.family"), "")
                                .text("given" + i, words.say("ask.given"), "");
                    }
                    if (shown < MAX_NAMES) {
                        form.checks(
                                "more",
                                words.say("ask.name.more"),
                                "",
                                List.of(
                                        ChoiceOption.of(
                                                "yes", words.say("ask.name.more.yes"), "")));
                    }
                },
                this::wrongNames,
                given ->
                        TravellerAnswers.names(given).stream()
                                .map(exeat.casework.value.PersonName::full)
                                .toList());
    }

    static int blocks(SubmittedForm answers) {
        return (int)
                Math.max(
                        1,
                        IntStream.rangeClosed(1, MAX_NAMES)
                                .filter(i -> answers.fields().containsKey("family" + i))
                                .count());
    }

    private Map<String, String> wrongNames(SubmittedForm answers) {
        var names = TravellerAnswers.names(answers);
        if (names.isEmpty()) {
            return Map.of("family1", words.say("wrong.name"));
        }
        if (!names.stream().allMatch(exeat.casework.value.PersonName::isWritten)) {
            return Map.of("family1", words.say("wrong.name-signs"));
        }
        var scripts =
                names.stream().map(exeat.casework.value.PersonName::script).distinct().count();
        return scripts < names.size()
                ? Map.of("script1", words.say("wrong.script-twice"))
                : Map.of();
    }

    private List<ChoiceOption> scripts() {
        return SCRIPTS.stream()
                .map(script -> ChoiceOption.of(script, words.say("script." + script), ""))
                .toList();
    }

    Question born(java.time.LocalDate today) {
        return new Question(
                "born",
                words.say("ask.born"),
                List.of("born-day", "born-month", "born-year"),
                form ->
                        form.headline("born")
                                .date("born", words.say("ask.born"), words.say("ask.born.hint")),
                answers ->
                        answers.date("born").filter(day -> !day.isAfter(today)).isPresent()
                                ? Map.of()
                                : Map.of("born", words.say("wrong.date")),
                answers -> answers.date("born").map(words::day).stream().toList());
    }

    Question nationality() {
        var choices =
                Arrays.stream(Locale.getISOCountries())
                        .map(code -> ChoiceOption.of(code, terms.country(code), ""))
                        .sorted(
                                java.util.Comparator.comparing(
                                        ChoiceOption::label,
                                        java.text.Collator.getInstance(words.locale())))
                        .toList();
        var near = List.of("CN", "KP", "KR");
        return new Question(
                "nationality",
                words.say("ask.nationality"),
                List.of("nationality"),
                form ->
                        form.headline("nationality")
                                .groups(
                                        "nationality",
                                        words.say("ask.nationality"),
                                        words.say("ask.nationality.hint"),
                                        List.of(
                                                new ChoiceOptionGroup(
                                                        "",
                                                        List.of(
                                                                ChoiceOption.of(
                                                                        "",
                                                                        words.say("ask.choose"),
                                                                        " "),
                                                                ChoiceOption.of(
                                                                        "none",
                                                                        terms.country("none"),
                                                                        ""))),
                                                new ChoiceOptionGroup(
                                                        words.say("ask.nationality.near"),
                                                        near.stream()
                                                                .map(c ->
                                                                        ChoiceOption.of(
                                                                                c,
                                                                                terms.country(c),
                                                                                ""))
                                                                .toList()),
                                                new ChoiceOptionGroup(
                                                        words.say("ask.nationality.all"),
                                                        choices))),
                answers ->
                        answers.value("nationality").matches("[A-Z]{2}|none")
                                ? Map.of()
                                : Map.of("nationality", words.say("wrong.choose")),
                answers -> List.of(terms.country(answers.value("nationality"))));
    }

    Question residence() {
        var tree = terms.directive().authorities();
        var places =
                tree.all().stream()
                        .filter(Authority::supervises)
                        .filter(unit -> unit.parent().isPresent())
                        .map(unit -> ChoiceOption.of(unit.id().text(), place(unit), ""))
                        .toList();
        var options = new ArrayList<ChoiceOption>();
        options.add(ChoiceOption.of("", words.say("ask.choose"), " "));
        options.addAll(places);
        return new Question(
                "residence",
                words.say("ask.residence"),
                List.of("residence"),
                form ->
                        form.headline("residence")
                                .select(
                                        "residence",
                                        words.say("ask.residence"),
                                        words.say("ask.residence.hint"),
                                        options),
                answers ->
                        places.stream().anyMatch(p -> p.value().equals(answers.value("residence")))
                                ? Map.of()
                                : Map.of("residence", words.say("wrong.choose")),
                answers ->
                        List.of(
                                terms.unit(
                                        new exeat.rules.authority.AuthorityId(
                                                answers.value("residence")))));
    }

    /** A place with its superior place, since places can have the same name. */
    private String place(Authority unit) {
        return unit.parent()
                .filter(parent -> !terms.directive().authorities().root().id().equals(parent))
                .map(parent -> terms.unit(unit.id()) + " – " + terms.unit(parent))
                .orElseGet(() -> terms.unit(unit.id()));
    }

    Question purpose() {
        return new Question(
                "purpose",
                words.say("ask.purpose"),
                List.of("purpose"),
                form ->
                        form.headline("purpose")
                                .radios(
                                        "purpose",
                                        words.say("ask.purpose"),
                                        words.say("ask.purpose.hint"),
                                        terms.purposes().stream()
                                                .map(p ->
                                                        ChoiceOption.of(
                                                                p.word(), terms.purpose(p), ""))
                                                .toList()),
                answers ->
                        purpose(answers).isPresent()
                                ? Map.of()
                                : Map.of("purpose", words.say("wrong.choose")),
                answers -> purpose(answers).stream().map(terms::purpose).toList());
    }

    private Optional<Purpose> purpose(SubmittedForm answers) {
        return terms.purpose(answers.value("purpose"));
    }

    Question contact() {
        return new Question(
                "contact",
                words.say("ask.contact"),
                List.of("contact", "language"),
                form ->
                        form.text(
                                        "contact",
                                        words.say("ask.contact.how"),
                                        words.say("ask.contact.hint"))
                                .select(
                                        "language",
                                        words.say("ask.language"),
                                        "",
                                        PageTexts.LANGUAGES.stream()
                                                .map(l ->
                                                        ChoiceOption.of(
                                                                l,
                                                                PageTexts.ownName(l),
                                                                words.lang()))
                                                .toList()),
                answers -> Map.of(),
                answers ->
                        List.of(
                                answers.value("contact").isEmpty()
                                        ? words.say("ask.not-given")
                                        : answers.value("contact")));
    }
}
