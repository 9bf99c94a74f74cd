package exeat.web.apply;

import exeat.casework.value.Traveller;
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

/** Questions for every traveller under any directive. */
final class StandardQuestions {

    /** The slug of the question where somebody lives, and its field. */
    static final String RESIDENCE = "residence";

    private final PackTexts terms;
    private final PageTexts words;

    StandardQuestions(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    Question born(java.time.LocalDate today) {
        return new Question(
                "born",
                words.say("ask.born"),
                BirthDay.FIELDS,
                form -> new BirthForm(words).put(form),
                answers -> BirthDay.wrong(answers, today, words),
                answers -> BirthDay.read(answers).map(words::born).stream().toList());
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
                answers ->
                        NameQuestions.tooLong(
                                        answers.value("contact"), Traveller.MAX_CONTACT, words)
                                .map(why -> Map.of("contact", why))
                                .orElse(Map.of()),
                answers ->
                        List.of(
                                answers.value("contact").isEmpty()
                                        ? words.say("ask.not-given")
                                        : answers.value("contact")));
    }
}
