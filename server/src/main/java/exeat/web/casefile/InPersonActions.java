package exeat.web.casefile;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.Role;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What somebody does who stands in person before an officer of a unit that protects. */
final class InPersonActions {

    private final CaseId id;
    private final TravellerNo no;
    private final boolean protects;
    private final PageTexts words;

    InPersonActions(
            CaseId id, TravellerNo no, Actor.Officer officer, PackTexts terms, PageTexts words) {
        this.id = id;
        this.no = no;
        this.words = words;
        protects =
                terms.directive()
                        .authorities()
                        .find(officer.unit())
                        .filter(unit -> unit.plays(Role.PROTECTS))
                        .isPresent();
    }

    /** Of somebody who may have claimed protection, of whom no more is known. */
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

    List<CaseAction> withdrawal(Stage stage) {
        return StageTransitions.allows(stage, StageTransitions.Transition.WITHDRAWN)
                ? on(Group.WITHDRAWAL, false)
                : List.of();
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
                posted ->
                        posted.value("seen").isEmpty()
                                ? Map.of("seen", words.say("wrong.empty"))
                                : Map.of(),
                posted -> command.apply(posted.value("seen")));
    }
}
