package exeat.web.apply;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.Document;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.desk.base.ApplicationDraft;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Facts;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The questions of one application, recomputed from the answers so far. */
final class QuestionFlow {

    private static final String CHECK = "/apply/check";

    private final UnfinishedApplication sketch;
    private final PackTexts terms;
    private final PageTexts words;
    private final Instant now;
    private final StandardQuestions questions;
    private final NameQuestions naming;

    QuestionFlow(UnfinishedApplication sketch, PackTexts terms, PageTexts words, Instant now) {
        this.sketch = sketch;
        this.terms = terms;
        this.words = words;
        this.now = now;
        this.questions = new StandardQuestions(terms, words);
        this.naming = new NameQuestions(words);
    }

    private LocalDate today() {
        return now.atZone(terms.directive().vocabulary().zone()).toLocalDate();
    }

    /** The questions about a traveller, as far as they are known; 0 is the person who files. */
    List<Question> about(int number) {
        if (number == 0) {
            return List.of(naming.filer());
        }
        var list = new ArrayList<Question>();
        list.add(naming.names());
        list.add(questions.born(today()));
        list.add(questions.nationality());
        list.add(questions.residence());
        list.add(questions.purpose());
        list.add(questions.contact());
        var plain = plain(number);
        if (plain.isEmpty() || plain.get().birthDate().earliest().isAfter(today())) {
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
                answers -> tooLong(answers, fields),
                answers -> {
                    var given =
                            TravellerAnswers.documents(answers, kinds).stream()
                                    .map(d -> terms.document(d.kind()) + ": " + d.reference())
                                    .toList();
                    return given.isEmpty() ? List.of(words.say("ask.not-given")) : given;
                });
    }

    private Map<String, String> tooLong(SubmittedForm answers, List<String> fields) {
        var wrong = new LinkedHashMap<String, String>();
        for (var field : fields) {
            NameQuestions.tooLong(answers.value(field), Document.MAX_REFERENCE, words)
                    .ifPresent(why -> wrong.put(field, why));
        }
        return wrong;
    }

    private Question guardians(int number) {
        var adults = new TreeMap<Integer, String>();
        if (!sketch.filerTravels()) {
            adults.put(0, words.say("ask.guardian.filer"));
        }
        for (int i = 1; i <= sketch.people().size(); i++) {
            var other = plain(i);
            if (i != number && other.isPresent() && !other.get().isMinorOn(today())) {
                adults.put(i, other.get().name().full());
            }
        }
        var others =
                IntStream.rangeClosed(1, sketch.people().size())
                        .boxed()
                        .flatMap(i -> plain(i).stream())
                        .toList();
        return new GuardianQuestion(words, adults, others).question();
    }

    private Optional<Traveller> plain(int number) {
        return TravellerAnswers.plain(number, sketch.about(number), terms, words.lang());
    }

    /** The first name that was given of somebody; empty before that. */
    Optional<String> name(int number) {
        return TravellerAnswers.names(sketch.about(number)).stream()
                .findFirst()
                .map(PersonName::full);
    }

    /** The person whom a page is about: which traveller of how many, and their name. */
    String caption(int number) {
        if (number == 0) {
            return words.say("check.filer");
        }
        var name = name(number);
        int all = sketch.people().size();
        if (all == 1) {
            return name.orElseGet(() -> words.say("apply.traveller", number));
        }
        return name.map(known -> words.say("apply.about", number, all, known))
                .orElseGet(() -> words.say("apply.about.unnamed", number, all));
    }

    /**
     * Says that somebody else answers, and whom the page means by "you". Not for the person who
     * files, and not for names, which need nobody's own word.
     */
    Optional<String> answeredFor(int number, String slug) {
        boolean own = number == 0 || (number == 1 && sketch.filerTravels());
        if (own || slug.equals("name")) {
            return Optional.empty();
        }
        boolean child =
                BirthDay.read(sketch.about(number))
                        .filter(born -> born.isMinorOn(today()))
                        .isPresent();
        return name(number).map(name -> words.say(child ? "apply.for.child" : "apply.for", name));
    }

    /** What the first traveller answered to a question that whole families answer alike. */
    Optional<String> copied(int number, String slug) {
        var residence = questions.residence();
        var first = sketch.about(1);
        boolean there =
                number > 1
                        && slug.equals(StandardQuestions.RESIDENCE)
                        && residence.isAnswered(first);
        return there ? residence.answer().apply(first).stream().findFirst() : Optional.empty();
    }

    /** Whether everything is answered, so that a page was opened to change an answer. */
    boolean isComplete() {
        return next().equals(CHECK);
    }

    /**
     * The address after an answer: the next question, or back to the answers of the same person.
     */
    String after(int number, boolean changed) {
        var next = next();
        return changed && next.equals(CHECK) ? card(number) : next;
    }

    static String card(int number) {
        return CHECK + "#card-" + number;
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
        return CHECK;
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
