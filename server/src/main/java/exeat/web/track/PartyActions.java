package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.ReplyTime;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Document;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Finding;
import exeat.web.apply.FactQuestions;
import exeat.web.casefile.AppearanceActions;
import exeat.web.casefile.CaseAction;
import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.casefile.CaseActions;
import exeat.web.casefile.ProtectionActions;
import exeat.web.casefile.RecusalActions;
import exeat.web.casefile.ServiceActions;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Actions of a person of an application, for themselves or for a child in their care. */
final class PartyActions implements CaseActions {

    /** The target of an appeal against a hold, before its number. */
    static final String HOLD = "hold-";

    private final CaseId id;
    private final TravellerState state;
    private final Actor.Party party;
    private final PackTexts terms;
    private final PageTexts words;
    private final Instant now;
    private final Optional<FindingChoiceForm> choice;

    /**
     * @param choice what the traveller can choose between; empty for nothing
     */
    PartyActions(
            TravellerState state,
            Actor.Party party,
            PackTexts terms,
            PageTexts words,
            Instant now,
            Optional<FindingChoiceForm> choice) {
        this.id = party.caseId();
        this.choice = choice;
        this.state = state;
        this.party = party;
        this.terms = terms;
        this.words = words;
        this.now = now;
    }

    @Override
    public CaseActionKind.OfferedTo reader() {
        return CaseActionKind.OfferedTo.PARTY;
    }

    /** The actions in order of importance: first what the case is waiting for. */
    @Override
    public List<Group> groups() {
        if (state.isSuspended()) {
            // Nothing keeps anybody here: they can leave while they claim protection.
            return !isOwn()
                    ? List.of()
                    : isThePerson()
                            ? List.of(Group.PROTECTION, Group.WITHDRAWAL)
                            : List.of(Group.PROTECTION);
        }
        var groups = new ArrayList<Group>();
        if (isOwn()) {
            groups.add(Group.CONFIRMATION);
        }
        groups.add(Group.SAFEGUARDS);
        if (isThePerson()) {
            groups.addAll(List.of(Group.QUESTIONS, Group.APPEALS, Group.RECUSAL, Group.WITHDRAWAL));
        }
        if (isOwn() || isThePerson()) {
            groups.add(Group.PROTECTION);
        }
        if (isThePerson()) {
            groups.add(Group.ARCHIVE);
        }
        return groups;
    }

    @Override
    public List<CaseAction> on(Group group) {
        boolean ended = StageTransitions.ENDS.contains(state.stage());
        return switch (group) {
            case CONFIRMATION -> isMinor() || !isOwnWordMissing() ? List.of() : List.of(confirm());
            case SAFEGUARDS -> consents();
            case QUESTIONS -> questions();
            case APPEALS -> appeals();
            case RECUSAL ->
                    ended
                            ? List.of()
                            : new RecusalActions(id, state.no(), words)
                                    .ask(state).stream().toList();
            case WITHDRAWAL ->
                    StageTransitions.allows(state.stage(), StageTransitions.Transition.WITHDRAWN)
                            ? List.of(withdraw())
                            : List.of();
            case PROTECTION -> protection();
            case ARCHIVE -> ended ? List.of(erase()) : List.of();
            case AUTHORISATION, PROPOSALS, CLEARANCES, DECISION, BORDER_STOP, HOLDS -> List.of();
        };
    }

    private boolean isOwn() {
        return party.no().equals(state.no());
    }

    /**
     * Whether the person's own confirmation is missing, even if they came of age after their
     * guardians confirmed.
     */
    private boolean isOwnWordMissing() {
        boolean ofAge =
                !state.traveller().guardians().isEmpty() && state.confirmedOfAge().isEmpty();
        return state.stage() == Stage.UNCONFIRMED
                || (ofAge && !StageTransitions.ENDS.contains(state.stage()));
    }

    private CaseAction respond() {
        var zone = terms.directive().vocabulary().zone();
        var told =
                ReplyTime.isUnserved(state)
                        ? List.of(words.say("respond.unserved"))
                        : CaseActionKind.RESPOND.told(
                                words, ReplyTime.until(state, zone).map(words::day).orElse(""));
        return new CaseAction(
                CaseActionKind.RESPOND,
                "",
                CaseActionKind.RESPOND.title(words),
                told,
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
        return state.traveller().isMinorOn(today());
    }

    private LocalDate today() {
        return now.atZone(terms.directive().vocabulary().zone()).toLocalDate();
    }

    private boolean isThePerson() {
        return isMinor()
                ? state.traveller().guardians().stream()
                        .anyMatch(guardian -> guardian.party().equals(Optional.of(party.no())))
                : party.no().equals(state.no());
    }

    private CaseAction confirm() {
        var must = terms.directive().purposes().givesUp(state.traveller().purpose());
        var told = new ArrayList<String>();
        told.addAll(CaseActionKind.CONFIRM.told(words, terms.purpose(state.traveller().purpose())));
        told.add(words.say(must.isEmpty() ? "confirm.keeps-all" : "confirm.give-up"));
        return new CaseAction(
                CaseActionKind.CONFIRM,
                "",
                CaseActionKind.CONFIRM.title(words),
                told,
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

    private List<CaseAction> consents() {
        var deeds = new ArrayList<CaseAction>();
        var guardians = state.traveller().guardians();
        for (int i = 0; i < guardians.size(); i++) {
            int index = i;
            boolean met =
                    state.safeguards().stream()
                            .anyMatch(s -> s instanceof Safeguard.Consent(int g, _) && g == index);
            boolean mine = guardians.get(i).party().equals(Optional.of(party.no()));
            if (mine && isMinor() && !met && !StageTransitions.ENDS.contains(state.stage())) {
                deeds.add(
                        CaseAction.plain(
                                CaseActionKind.CONSENT,
                                Integer.toString(i),
                                CaseActionKind.CONSENT.title(
                                        words, state.traveller().name().full()),
                                CaseActionKind.CONSENT.told(words),
                                new TravellerCommand.MeetSafeguard(
                                        id,
                                        state.no(),
                                        new Safeguard.Consent(
                                                index, Safeguard.Consent.OWN_SECRET))));
            }
        }
        return deeds;
    }

    /** A choice, open questions, and corrected facts that they can answer. */
    private List<CaseAction> questions() {
        var deeds = new ArrayList<CaseAction>();
        if (!StageTransitions.ENDS.contains(state.stage())) {
            deeds.addAll(new ServiceActions(id, state.no(), terms, words).answers(state));
            deeds.addAll(new AppearanceActions(id, state.no(), terms, words).own(state));
        }
        choice.ifPresent(form -> deeds.add(form.of(id, state, isMinor(), today())));
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
        if (!state.corrections().isEmpty() && !StageTransitions.ENDS.contains(state.stage())) {
            deeds.add(respond());
        }
        return deeds;
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
                CaseActionKind.ANSWER,
                fact.name().slug(),
                terms.question(fact),
                CaseActionKind.ANSWER.told(words),
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
                CaseActionKind.DOCUMENT,
                kind,
                CaseActionKind.DOCUMENT.title(words, terms.document(kind)),
                CaseActionKind.DOCUMENT.told(words),
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

    private List<CaseAction> appeals() {
        var against = new ArrayList<AppealSubject>();
        switch (state.stage()) {
            case REFUSED -> against.add(new AppealSubject.Refusal());
            case SET_ASIDE -> against.add(new AppealSubject.BeingSetAside());
            case REVOKED -> against.add(new AppealSubject.Revocation());
            case REFERRED, UNANSWERED -> {
                if (state.paper().filter(TravellerState.Paper::revoked).isPresent()) {
                    against.add(new AppealSubject.Revocation());
                }
            }
            case UNCONFIRMED, APPROVED, AUTHORISED, DEPARTED, WITHDRAWN, CLOSED -> {}
        }
        state.openHolds().forEach(hold -> against.add(new AppealSubject.AHold(hold.number())));
        state.appeals().stream()
                .filter(TravellerState.AppealState::isOpen)
                .forEach(open -> against.remove(open.against()));
        var deeds = new ArrayList<>(against.stream().map(this::appeal).toList());
        if (!StageTransitions.ENDS.contains(state.stage())) {
            deeds.addAll(new ServiceActions(id, state.no(), terms, words).own(state));
        }
        return deeds;
    }

    private CaseAction appeal(AppealSubject against) {
        return switch (against) {
            case AppealSubject.Refusal _ -> appeal("refusal", words.say("appeal.refusal"), against);
            case AppealSubject.BeingSetAside _ ->
                    appeal("set-aside", words.say("appeal.set-aside"), against);
            case AppealSubject.Revocation _ ->
                    appeal("revocation", words.say("appeal.revocation"), against);
            case AppealSubject.AHold(var number) ->
                    appeal(HOLD + number, words.say("appeal.hold"), against);
        };
    }

    private CaseAction appeal(String target, String title, AppealSubject against) {
        return new CaseAction(
                CaseActionKind.APPEAL,
                target,
                title,
                CaseActionKind.APPEAL.told(words),
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
        return plain(CaseActionKind.WITHDRAW, new TravellerCommand.Withdraw(id, state.no()));
    }

    private CaseAction erase() {
        return plain(CaseActionKind.ERASE_OWN, new ArchiveCommand.EraseOwn(id, state.no()));
    }

    /** A guardian counts as somebody else here: only the child's own claim stops every step. */
    private List<CaseAction> protection() {
        var actions = new ProtectionActions(id, state.no(), words);
        return isOwn()
                ? actions.own(state, terms, now)
                : List.of(
                        actions.forAnother(
                                CaseActionKind.PROTECT.title(words),
                                List.of(words.say("protection.other.what"))));
    }

    private CaseAction plain(CaseActionKind kind, Command command) {
        return CaseAction.plain(kind, "", kind.title(words), kind.told(words), command);
    }
}
