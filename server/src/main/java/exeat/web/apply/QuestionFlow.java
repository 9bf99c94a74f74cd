package exeat.web.apply;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.Traveller;
import exeat.desk.base.ApplicationDraft;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Facts;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The questions of one application, recomputed from the answers so far. */
final class QuestionFlow {

    private final UnfinishedApplication sketch;
    private final PackTexts terms;
    private final PageTexts words;
    private final Instant now;
    private final StandardQuestions questions;

    QuestionFlow(UnfinishedApplication sketch, PackTexts terms, PageTexts words, Instant now) {
        this.sketch = sketch;
        this.terms = terms;
        this.words = words;
        this.now = now;
        this.questions = new StandardQuestions(terms, words);
    }

    private LocalDate today() {
        return now.atZone(terms.directive().vocabulary().zone()).toLocalDate();
    }

    /** The questions about a traveller, as far as they are known; 0 is the person who files. */
    List<Question> about(int number) {
        if (number == 0) {
            return List.of(questions.filer());
        }
        var answers = sketch.about(number);
        var list = new ArrayList<Question>();
        list.add(questions.names(answers));
        list.add(questions.born(today()));
        list.add(questions.nationality());
        list.add(questions.residence());
        list.add(questions.purpose());
        list.add(questions.contact());
        var plain = TravellerAnswers.plain(number, answers, terms, words.lang());
        if (plain.isEmpty() || plain.get().birthDate().isAfter(today())) {
            return list;
        }
        if (plain.get().isMinorOn(today())) {
            list.add(guardians(number));
        }
        var road = facts(number, plain.get());
        var kinds = documents(road);
        if (!kinds.isEmpty()) {
            list.add(documentQuestion(kinds));
        }
        road.questions().forEach(list::add);
        return list;
    }

    private FactQuestions.Road facts(int number, Traveller plain) {
        return new FactQuestions(terms, words, now).road(plain, sketch.about(number));
    }

    /**
     * The documents that the procedure lists for this traveller, and those that prove the declared
     * facts.
     */
    private List<String> documents(FactQuestions.Road road) {
        var kinds = new TreeSet<>(road.finding().burden().documents());
        road.declared().values().keySet().stream()
                .flatMap(name -> terms.directive().vocabulary().definition(name).stream())
                .filter(fact -> !fact.isProtected())
                .map(FactDefinition::evidence)
                .forEach(evidence -> evidence.ifPresent(kinds::add));
        return List.copyOf(kinds);
    }

    private Question documentQuestion(List<String> kinds) {
        var fields = kinds.stream().map(kind -> "document-" + kind).toList();
        return new Question(
                "documents",
                words.say("ask.documents"),
                fields,
                form -> {
                    form.prose(words.say("ask.documents.hint"));
                    kinds.forEach(kind ->
                            form.text(
                                    "document-" + kind,
                                    terms.document(kind),
                                    words.say("ask.documents.reference")));
                },
                answers -> Map.of(),
                answers -> {
                    var given =
                            TravellerAnswers.documents(answers, kinds).stream()
                                    .map(d -> terms.document(d.kind()) + ": " + d.reference())
                                    .toList();
                    return given.isEmpty() ? List.of(words.say("ask.not-given")) : given;
                });
    }

    private Question guardians(int number) {
        var parties = new ArrayList<ChoiceOption>();
        parties.add(ChoiceOption.of("", words.say("ask.guardian.outside"), " "));
        if (!sketch.filerTravels()) {
            parties.add(ChoiceOption.of("0", words.say("ask.guardian.filer"), ""));
        }
        for (int i = 1; i <= sketch.people().size(); i++) {
            var other = TravellerAnswers.plain(i, sketch.about(i), terms, words.lang());
            if (i != number && other.isPresent() && !other.get().isMinorOn(today())) {
                parties.add(ChoiceOption.of(Integer.toString(i), other.get().name().full(), ""));
            }
        }
        var fields = List.of("guardian1", "guardian1-party", "guardian2", "guardian2-party");
        return new Question(
                "guardians",
                words.say("ask.guardians"),
                fields,
                form -> {
                    form.prose(words.say("ask.guardians.hint"));
                    for (int i = 1; i <= StandardQuestions.MAX_GUARDIANS; i++) {
                        form.text("guardian" + i, words.say("ask.guardian", i), "")
                                .select(
                                        "guardian" + i + "-party",
                                        words.say("ask.guardian.party", i),
                                        "",
                                        parties);
                    }
                },
                answers ->
                        TravellerAnswers.guardians(answers).isEmpty()
                                ? Map.of("guardian1", words.say("wrong.name"))
                                : Map.of(),
                answers ->
                        TravellerAnswers.guardians(answers).stream()
                                .map(exeat.casework.value.Guardian::name)
                                .toList());
    }

    Optional<Question> question(int number, String slug) {
        return about(number).stream().filter(q -> q.slug().equals(slug)).findFirst();
    }

    /** The address of the first unanswered question; the check page if there is none. */
    String next() {
        for (int number = 0; number <= sketch.people().size(); number++) {
            for (var question : about(number)) {
                if (!question.isAnswered(sketch.about(number))) {
                    return address(number, question);
                }
            }
        }
        return "/apply/check";
    }

    /** The previous page. */
    String before(int number, String slug) {
        var last = "/apply";
        for (int at = 0; at <= number; at++) {
            for (var question : about(at)) {
                if (at == number && question.slug().equals(slug)) {
                    return last;
                }
                last = address(at, question);
            }
        }
        return last;
    }

    static String address(int number, Question question) {
        return "/apply/" + number + "/" + question.slug();
    }

    /** The complete application, once everything is answered. */
    ApplicationDraft draft(Channel channel) {
        var travellers = new ArrayList<Traveller>();
        for (int number = 1; number <= sketch.people().size(); number++) {
            travellers.add(traveller(number));
        }
        var filer = TravellerAnswers.names(sketch.about(0)).stream().findFirst();
        return new ApplicationDraft(
                channel,
                sketch.filerTravels() ? Optional.empty() : filer,
                travellers,
                Optional.of(terms.directive().ref().id()));
    }

    private Traveller traveller(int number) {
        var answers = sketch.about(number);
        var plain = TravellerAnswers.plain(number, answers, terms, words.lang()).orElseThrow();
        var road = facts(number, plain);
        var guardians =
                plain.isMinorOn(today())
                        ? TravellerAnswers.guardians(answers)
                        : List.<exeat.casework.value.Guardian>of();
        Facts declared = road.declared();
        return TravellerAnswers.with(
                plain, declared, TravellerAnswers.documents(answers, documents(road)), guardians);
    }
}
