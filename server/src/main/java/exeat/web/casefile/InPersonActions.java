package exeat.web.casefile;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.Role;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Actions for a person who is with an officer of a unit that protects. */
final class InPersonActions {

    /**
     * The actions that are not offered while one officer's record of such a thing waits for a
     * second.
     */
    private static final Set<CaseActionKind> ASKED =
            Set.of(CaseActionKind.WITHDRAW_IN_PERSON, CaseActionKind.END_CLAIM_IN_PERSON);

    private static final String WITHDRAWAL = "withdrawal";
    private static final String CLAIM = "claim";

    private final CaseId id;
    private final TravellerNo no;
    private final OfficerId officer;
    private final boolean protects;
    private final PageTexts words;
    private final LocalDate today;

    InPersonActions(
            CaseId id,
            TravellerNo no,
            Actor.Officer officer,
            PackTexts terms,
            PageTexts words,
            LocalDate today) {
        this.today = today;
        this.id = id;
        this.no = no;
        this.words = words;
        this.officer = officer.id();
        protects =
                terms.directive()
                        .authorities()
                        .find(officer.unit())
                        .filter(unit -> unit.plays(Role.PROTECTS))
                        .isPresent();
    }

    /**
     * Adds the actions in person to those offered otherwise. If one officer has identified
     * somebody, another must answer that first. Undoing is always offered, because its absence
     * would show whether something was done.
     */
    List<CaseAction> with(
            List<CaseAction> offered, Group group, Optional<InPersonRequest> request) {
        var actions = new ArrayList<CaseAction>();
        if (group == Group.PROTECTION) {
            request.ifPresent(one -> actions.addAll(asked(one)));
        }
        offered.stream()
                .filter(action -> request.isEmpty() || !ASKED.contains(action.kind()))
                .forEach(actions::add);
        boolean undoing = request.flatMap(InPersonRequest::against).isPresent();
        if (group == Group.PROTECTION && protects && !undoing) {
            actions.add(disown());
        }
        return actions;
    }

    private CaseAction disown() {
        var kind = CaseActionKind.DISOWN_IN_PERSON;
        var options = List.of(WITHDRAWAL, CLAIM);
        return new CaseAction(
                kind,
                "",
                kind.title(words),
                kind.told(words),
                form ->
                        form.radios(
                                        "what",
                                        words.say("disown-in-person.what"),
                                        "",
                                        List.of(
                                                ChoiceOption.of(
                                                        WITHDRAWAL,
                                                        words.say("disown-in-person.withdrawal"),
                                                        ""),
                                                ChoiceOption.of(
                                                        CLAIM,
                                                        words.say("disown-in-person.claim"),
                                                        "")))
                                .text(
                                        "seen",
                                        words.say("secret.seen"),
                                        words.say("secret.seen.hint")),
                posted -> {
                    var wrong = new LinkedHashMap<String, String>();
                    if (posted.oneOf("what", options).isEmpty()) {
                        wrong.put("what", words.say("wrong.choose"));
                    }
                    wrong.putAll(missing(posted, "seen"));
                    return wrong;
                },
                posted ->
                        new TravellerCommand.DisownInPerson(
                                id,
                                no,
                                posted.value("what").equals(WITHDRAWAL),
                                posted.value("seen")));
    }

    /**
     * The actions for somebody who may have claimed protection; nothing else about them is shown.
     */
    List<CaseAction> on(Group group, boolean claimed) {
        return switch (group) {
            case PROTECTION -> protects && claimed ? List.of(endClaim()) : List.of();
            case WITHDRAWAL -> protects ? List.of(withdraw()) : List.of();
            case CONFIRMATION,
                    APPEALS,
                    AUTHORISATION,
                    PROPOSALS,
                    CLEARANCES,
                    DECISION,
                    QUESTIONS,
                    BORDER_STOP,
                    HOLDS,
                    SAFEGUARDS,
                    RECUSAL,
                    ARCHIVE ->
                    List.of();
        };
    }

    /**
     * The actions after one officer has identified somebody: another agrees, or either takes it
     * back.
     */
    private List<CaseAction> asked(InPersonRequest request) {
        var back =
                new CaseAction(
                        CaseActionKind.STOP_IN_PERSON,
                        "",
                        CaseActionKind.STOP_IN_PERSON.title(words),
                        CaseActionKind.STOP_IN_PERSON.told(words),
                        form -> form.text("reason", words.say("action.reason"), ""),
                        posted -> missing(posted, "reason"),
                        posted ->
                                new TravellerCommand.StopInPerson(
                                        id, no, request.number(), posted.value("reason")));
        if (request.first().equals(officer)) {
            return List.of(back);
        }
        var agree =
                seen(
                        CaseActionKind.SECOND_IN_PERSON,
                        what ->
                                new TravellerCommand.SecondInPerson(
                                        id, no, request.number(), what));
        return List.of(agree, back);
    }

    /** Withdrawal, for adults only: for a child, those who answer for it withdraw. */
    List<CaseAction> withdrawal(Stage stage, BirthDate birthDate) {
        return isAdult(birthDate)
                        && StageTransitions.allows(stage, StageTransitions.Transition.WITHDRAWN)
                ? on(Group.WITHDRAWAL, false)
                : List.of();
    }

    /** The actions for somebody who stands before an officer, if only their stage is shown. */
    List<CaseAction> unseen(Group group, Stage stage, CaseAction protect) {
        if (group == Group.PROTECTION) {
            return List.of(protect);
        }
        return StageTransitions.allows(stage, StageTransitions.Transition.WITHDRAWN)
                ? on(group, false)
                : List.of();
    }

    /**
     * The actions for somebody who is to be heard, and may already have ended their application.
     */
    List<CaseAction> hearing(Group group, BirthDate birthDate) {
        return group == Group.WITHDRAWAL && !isAdult(birthDate) ? List.of() : on(group, true);
    }

    private boolean isAdult(BirthDate birthDate) {
        return !birthDate.isMinorOn(today);
    }

    private CaseAction withdraw() {
        return seen(
                CaseActionKind.WITHDRAW_IN_PERSON,
                what -> new TravellerCommand.WithdrawInPerson(id, no, what));
    }

    private CaseAction endClaim() {
        return seen(
                CaseActionKind.END_CLAIM_IN_PERSON,
                what -> new TravellerCommand.EndClaimInPerson(id, no, what));
    }

    private CaseAction seen(CaseActionKind kind, Function<String, Command> command) {
        return new CaseAction(
                kind,
                "",
                kind.title(words),
                kind.told(words),
                form -> form.text("seen", words.say("secret.seen"), words.say("secret.seen.hint")),
                posted -> missing(posted, "seen"),
                posted -> command.apply(posted.value("seen")));
    }

    private Map<String, String> missing(SubmittedForm posted, String field) {
        return posted.value(field).isBlank() ? Map.of(field, words.say("wrong.empty")) : Map.of();
    }
}
