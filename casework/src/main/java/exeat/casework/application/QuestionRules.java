package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.decide.RequestableItems;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Document;
import exeat.casework.value.RequestedItem;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions to the traveller, only about what the directive names, and their answers. */
final class QuestionRules {

    private QuestionRules() {}

    static Response ask(TravellerContext m, TravellerCommand.Ask ask) {
        return Check.that(mayAsk(m), Code.NOT_ALLOWED, "unit")
                .and(
                        m.isAt(
                                Stage.UNANSWERED,
                                Stage.REFERRED,
                                Stage.APPROVED,
                                Stage.AUTHORISED,
                                Stage.REVOKED),
                        Code.WRONG_STAGE,
                        "stage")
                .and(() -> isNamed(m, ask.item()), Code.NOT_IN_DIRECTIVE, "item")
                .and(!isAsked(m.traveller(), ask.item()), Code.ALREADY_EXISTS, "item")
                .then(() ->
                        List.of(
                                new TravellerEvent.Asked(
                                        m.no(), ask.item(), m.actingOfficer().unit())));
    }

    private static boolean mayAsk(TravellerContext m) {
        return m.isOfficerOfHolder()
                || m.traveller().openClearances().stream().anyMatch(c -> m.isOfficerOf(c.unit()));
    }

    private static boolean isNamed(TravellerContext m, RequestedItem item) {
        return switch (item) {
            case RequestedItem.OfFact(var fact) ->
                    m.directive()
                            .vocabulary()
                            .definition(fact)
                            .filter(RequestableItems::isDeclared)
                            .filter(d -> d.use() != FactDefinition.Use.DECIDE || canChange(m, fact))
                            .isPresent();
            case RequestedItem.OfDocument(var kind) -> documents(m).contains(kind);
        };
    }

    /**
     * Whether the answer could change the finding. While facts are missing, the missing ones can. A
     * referral despite unknown facts depends only on facts that it used. An approval depends on no
     * further answer.
     */
    private static boolean canChange(TravellerContext m, FactName fact) {
        return switch (m.stage()) {
            case UNANSWERED -> unanswered(m).contains(fact);
            case REFERRED -> used(m).knows(fact);
            case UNCONFIRMED,
                    APPROVED,
                    SET_ASIDE,
                    AUTHORISED,
                    REVOKED,
                    DEPARTED,
                    REFUSED,
                    WITHDRAWN,
                    CLOSED ->
                    false;
        };
    }

    private static Facts used(TravellerContext m) {
        return m.traveller().finding().map(Finding::facts).orElse(Facts.NONE);
    }

    private static Set<String> documents(TravellerContext m) {
        // A finding of the directive above may ask less than the local rules would.
        return m.traveller()
                .finding()
                .filter(finding -> !finding.directive().id().equals(m.directive().ref().id()))
                .map(finding -> RequestableItems.documents(m.directive(), finding.burden()))
                .orElseGet(() ->
                        RequestableItems.documents(
                                m.directive(), DecisionRules.facts(m, m.traveller().facts())));
    }

    private static boolean isAsked(TravellerState state, RequestedItem item) {
        return state.questions().stream().anyMatch(q -> q.isOpen() && q.item().equals(item));
    }

    static Response answer(TravellerContext m, TravellerCommand.AnswerQuestions answer) {
        boolean some = !answer.facts().values().isEmpty() || !answer.documents().isEmpty();
        return Check.that(m.isThePerson(), Code.NOT_ALLOWED, "actor")
                .and(m.stage() != Stage.UNCONFIRMED, Code.UNCONFIRMED, "traveller")
                .and(some, Code.REASON_MISSING, "answer")
                .and(
                        answer.documents().stream().allMatch(Document::fits),
                        Code.BAD_VALUE,
                        "documents")
                .and(() -> wasAsked(m, answer))
                .and(() -> RequestableItems.declarable(m.directive(), answer.facts(), ""))
                .and(() -> leavesFinding(m, answer.facts()))
                .then(() -> answered(m, answer));
    }

    private static Optional<Rejection> wasAsked(
            TravellerContext m, TravellerCommand.AnswerQuestions answer) {
        var facts = new ArrayList<>(unanswered(m));
        var kinds = new ArrayList<String>();
        for (var question : m.traveller().questions()) {
            if (question.isOpen()) {
                switch (question.item()) {
                    case RequestedItem.OfFact(var fact) -> facts.add(fact);
                    case RequestedItem.OfDocument(var kind) -> kinds.add(kind);
                }
            }
        }
        var given = answer.documents().stream().map(Document::kind).collect(Collectors.toSet());
        return Check.that(
                        facts.containsAll(answer.facts().values().keySet()),
                        Code.NOT_FOUND,
                        "facts")
                .and(kinds.containsAll(given), Code.NOT_FOUND, "documents")
                .failure();
    }

    private static List<FactName> unanswered(TravellerContext m) {
        return m.traveller().finding().map(Finding::unanswered).orElse(List.of());
    }

    /** Answers change the finding only while the rules wait for them. */
    private static boolean isUndecided(TravellerContext m) {
        return m.isAt(Stage.UNANSWERED, Stage.REFERRED);
    }

    private static Optional<Rejection> leavesFinding(TravellerContext m, Facts facts) {
        if (isUndecided(m)) {
            return Optional.empty();
        }
        var used = used(m);
        return facts.values().keySet().stream()
                .filter(used::knows)
                .findFirst()
                .map(fact -> new Rejection(Code.NOT_ALLOWED, "facts." + fact.slug()));
    }

    private static List<Event> answered(
            TravellerContext m, TravellerCommand.AnswerQuestions answer) {
        var events = new ArrayList<Event>();
        events.add(new TravellerEvent.Answered(m.no(), answer.facts(), answer.documents()));
        if (isUndecided(m) && !answer.facts().values().isEmpty()) {
            events.addAll(DecisionRules.decide(m, m.traveller().facts().withAll(answer.facts())));
        }
        return events;
    }
}
