package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Consequence;
import exeat.casework.value.Document;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.web.apply.FactQuestions;
import exeat.web.casefile.CaseAction;
import exeat.web.casefile.RecusalActions;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What a person of an application can do for themselves, or for a child they answer for. */
final class PartyActions {

    private final CaseId id;
    private final TravellerState state;
    private final Actor.Party party;
    private final PackTexts terms;
    private final PageTexts words;
    private final Instant now;

    PartyActions(
            CaseId id,
            TravellerState state,
            Actor.Party party,
            PackTexts terms,
            PageTexts words,
            Instant now) {
        this.id = id;
        this.state = state;
        this.party = party;
        this.terms = terms;
        this.words = words;
        this.now = now;
    }

    /** In the order in which they matter: first what the case waits for. */
    List<CaseAction> all() {
        var deeds = new ArrayList<CaseAction>();
        if (state.protectionClaimed()) {
            if (party.no().equals(state.no())) {
                deeds.add(endProtection());
            }
            return deeds;
        }
        boolean own = party.no().equals(state.no());
        if (own && !isMinor() && isOwnWordMissing()) {
            deeds.add(confirm());
        }
        consents(deeds);
        if (isThePerson()) {
            answers(deeds);
            if (!state.corrections().isEmpty() && !StageTransitions.ENDS.contains(state.stage())) {
                deeds.add(respond());
            }
            appeals(deeds);
            if (!StageTransitions.ENDS.contains(state.stage())) {
                new RecusalActions(id, state.no(), words).ask(state).ifPresent(deeds::add);
            }
            if (StageTransitions.allows(state.stage(), StageTransitions.Transition.WITHDRAWN)) {
                deeds.add(withdraw());
            }
        }
        if (own || isThePerson()) {
            deeds.add(protect());
        }
        if (isThePerson() && StageTransitions.ENDS.contains(state.stage())) {
            deeds.add(erase());
        }
        return deeds;
    }

    /** Also of somebody for whom guardians confirmed, once they are of age. */
    private boolean isOwnWordMissing() {
        boolean ofAge =
                !state.traveller().guardians().isEmpty() && state.confirmedOfAge().isEmpty();
        return state.stage() == Stage.UNCONFIRMED
                || (ofAge && !StageTransitions.ENDS.contains(state.stage()));
    }

    private CaseAction respond() {
        var zone = terms.directive().vocabulary().zone();
        var until = state.answerBy(zone).map(words::day).orElse("");
        return new CaseAction(
                "respond",
                "",
                words.say("respond.title"),
                List.of(words.say("respond.what", until)),
                false,
                form -> form.area("text", words.say("respond.text"), ""),
                posted ->
                        posted.value("text").isEmpty()
                                ? Map.of("text", words.say("wrong.empty"))
                                : Map.of(),
                posted ->
                        new TravellerCommand.RespondToCorrection(
                                id, state.no(), posted.value("text")));
    }

    private boolean isMinor() {
        var zone = terms.directive().vocabulary().zone();
        return state.traveller().isMinorOn(now.atZone(zone).toLocalDate());
    }

    private boolean isThePerson() {
        return isMinor()
                ? state.traveller().guardians().stream()
                        .anyMatch(guardian ->
                                guardian.party().equals(java.util.Optional.of(party.no())))
                : party.no().equals(state.no());
    }

    private CaseAction confirm() {
        var must = Consequence.of(state.traveller().purpose());
        var told = new ArrayList<String>();
        told.add(words.say("confirm.own", terms.purpose(state.traveller().purpose())));
        told.add(words.say(must.isEmpty() ? "confirm.trip" : "confirm.give-up"));
        return new CaseAction(
                "confirm",
                "",
                words.say("confirm.title"),
                told,
                false,
                form -> {
                    for (var consequence : must) {
                        form.checks(
                                "told-" + consequence,
                                words.say("consequence." + consequence),
                                words.say("consequence." + consequence + ".explained"),
                                List.of(
                                        ChoiceOption.of(
                                                "yes", words.say("confirm.understood"), "")));
                    }
                    form.checks(
                            "wish",
                            words.say("confirm.wish"),
                            words.say("confirm.wish.explained"),
                            List.of(ChoiceOption.of("yes", words.say("confirm.wish.yes"), "")));
                },
                posted -> unticked(must, posted),
                posted -> new TravellerCommand.Confirm(id, state.no(), must));
    }

    private Map<String, String> unticked(java.util.Set<Consequence> must, SubmittedForm posted) {
        var wrong = new java.util.LinkedHashMap<String, String>();
        must.stream()
                .filter(consequence -> posted.value("told-" + consequence).isEmpty())
                .forEach(c -> wrong.put("told-" + c, words.say("wrong.tick")));
        if (posted.value("wish").isEmpty()) {
            wrong.put("wish", words.say("wrong.tick"));
        }
        return wrong;
    }

    private void consents(List<CaseAction> deeds) {
        var guardians = state.traveller().guardians();
        for (int i = 0; i < guardians.size(); i++) {
            int index = i;
            boolean met =
                    state.safeguards().stream()
                            .anyMatch(s -> s instanceof Safeguard.Consent(int g, _) && g == index);
            boolean mine = guardians.get(i).party().equals(java.util.Optional.of(party.no()));
            if (mine && isMinor() && !met && !StageTransitions.ENDS.contains(state.stage())) {
                deeds.add(
                        CaseAction.plain(
                                "consent",
                                Integer.toString(i),
                                words.say("consent.title", state.traveller().name().full()),
                                List.of(words.say("consent.told"), words.say("consent.heard")),
                                new TravellerCommand.MeetSafeguard(
                                        id,
                                        state.no(),
                                        new Safeguard.Consent(index, "own secret"))));
            }
        }
    }

    private void answers(List<CaseAction> deeds) {
        var facts = new LinkedHashSet<FactName>(unanswered());
        for (var question : state.questions()) {
            if (question.isOpen()) {
                switch (question.item()) {
                    case RequestedItem.OfFact(var fact) -> facts.add(fact);
                    case RequestedItem.OfDocument(var kind) -> deeds.add(document(kind));
                }
            }
        }
        facts.stream()
                .flatMap(name -> terms.directive().vocabulary().definition(name).stream())
                .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                .forEach(fact -> deeds.add(fact(fact)));
    }

    private List<FactName> unanswered() {
        return state.stage() == Stage.UNANSWERED
                ? state.finding().map(Finding::unanswered).orElse(List.of())
                : List.of();
    }

    private CaseAction fact(FactDefinition fact) {
        var questions = new FactQuestions(terms, words, now);
        var field = FactQuestions.field(fact);
        return new CaseAction(
                "answer",
                fact.name().slug(),
                terms.question(fact),
                List.of(),
                false,
                form -> questions.put(form, fact),
                posted ->
                        PackTexts.parse(fact, posted.value(field)).isPresent()
                                ? Map.of()
                                : Map.of(field, words.say("wrong.choose")),
                posted ->
                        new TravellerCommand.AnswerQuestions(
                                id,
                                state.no(),
                                Facts.NONE.with(
                                        fact.name(),
                                        PackTexts.parse(fact, posted.value(field)).orElseThrow()),
                                List.of()));
    }

    private CaseAction document(String kind) {
        return new CaseAction(
                "document",
                kind,
                words.say("answer.document", terms.document(kind)),
                List.of(words.say("ask.documents.hint")),
                false,
                form -> form.text("reference", words.say("ask.documents.reference"), ""),
                posted ->
                        posted.value("reference").isEmpty()
                                ? Map.of("reference", words.say("wrong.empty"))
                                : Map.of(),
                posted ->
                        new TravellerCommand.AnswerQuestions(
                                id,
                                state.no(),
                                Facts.NONE,
                                List.of(new Document(kind, posted.value("reference")))));
    }

    private void appeals(List<CaseAction> deeds) {
        switch (state.stage()) {
            case REFUSED -> deeds.add(appeal("refusal", "", new AppealSubject.Refusal()));
            case SET_ASIDE -> deeds.add(appeal("set-aside", "", new AppealSubject.BeingSetAside()));
            case REVOKED -> deeds.add(appeal("revocation", "", new AppealSubject.Revocation()));
            case REFERRED, UNANSWERED -> {
                if (state.paper().filter(TravellerState.Paper::revoked).isPresent()) {
                    deeds.add(appeal("revocation", "", new AppealSubject.Revocation()));
                }
            }
            case UNCONFIRMED, APPROVED, AUTHORISED, DEPARTED, WITHDRAWN, CLOSED -> {}
        }
        for (var hold : state.openHolds()) {
            deeds.add(appeal("hold", "-" + hold.number(), new AppealSubject.AHold(hold.number())));
        }
        deeds.removeIf(deed -> deed.name().equals("appeal") && isAppealed(deed));
    }

    private boolean isAppealed(CaseAction deed) {
        return deed.command().apply(SubmittedForm.EMPTY) instanceof TravellerCommand.Appeal appeal
                && state.appeals().stream()
                        .anyMatch(a -> a.isOpen() && a.against().equals(appeal.against()));
    }

    private CaseAction appeal(String what, String which, AppealSubject against) {
        return new CaseAction(
                "appeal",
                what + which,
                words.say("appeal." + what),
                List.of(words.say("appeal.how")),
                false,
                form ->
                        form.area(
                                "grounds",
                                words.say("appeal.grounds"),
                                words.say("appeal.grounds.hint")),
                posted ->
                        posted.value("grounds").isEmpty()
                                ? Map.of("grounds", words.say("wrong.empty"))
                                : Map.of(),
                posted ->
                        new TravellerCommand.Appeal(
                                id, state.no(), against, posted.value("grounds")));
    }

    private CaseAction withdraw() {
        return CaseAction.plain(
                        "withdraw",
                        "",
                        words.say("withdraw.title"),
                        List.of(words.say("withdraw.told"), words.say("withdraw.again")),
                        new TravellerCommand.Withdraw(id, state.no()))
                .asGrave();
    }

    private CaseAction erase() {
        return CaseAction.plain(
                        "erase-own",
                        "",
                        words.say("erase-own.title"),
                        List.of(words.say("erase-own.told"), words.say("erase-own.stays")),
                        new ArchiveCommand.EraseOwn(id, state.no()))
                .asGrave();
    }

    private CaseAction protect() {
        return CaseAction.plain(
                "protect",
                "",
                words.say("protect.title"),
                List.of(
                        words.say("protect.what"),
                        words.say("protect.nobody"),
                        words.say("protect.end")),
                new TravellerCommand.ClaimProtection(id, state.no()));
    }

    private CaseAction endProtection() {
        return CaseAction.plain(
                "end-protection",
                "",
                words.say("end-protection.title"),
                List.of(words.say("end-protection.told")),
                new TravellerCommand.EndProtectionClaim(id, state.no()));
    }
}
