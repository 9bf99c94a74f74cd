package exeat.desk.queue;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.cases.CaseOutlook;
import exeat.desk.projection.CaseTasks;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an officer could do what waits: an own proposal, for one, waits for somebody else. */
final class Workable {

    /** Stands for the words that an officer has yet to write. */
    private static final String WORDS = "what this officer has yet to write";

    /** Stands for further words, where the person answered. */
    private static final String MORE_WORDS = "beside that, something else to their answers";

    private Workable() {}

    /** Whether the rules would accept one of the commands that do it. */
    static boolean isPossible(CaseOutlook outlook, QueueItem item) {
        var traveller = Optional.ofNullable(outlook.state().travellers().get(item.traveller()));
        return traveller.isPresent()
                && (isWithoutCommand(item.task())
                        || commands(item, traveller.get(), outlook.today())
                                .anyMatch(command -> outlook.rejection(command).isEmpty()));
    }

    /** What takes more than one command, or none of this officer's. */
    private static boolean isWithoutCommand(String task) {
        return switch (task) {
            case "hold", "stop", "cross", "confirm", CaseTasks.IN_PERSON -> true;
            default -> false;
        };
    }

    private static Stream<Command> hear(
            StreamId.CaseId id, TravellerNo no, int proposal, LocalDate today) {
        return Stream.of(
                new TravellerCommand.RecordService(
                        id, no, proposal, today, Optional.of(NoticeKind.PROPOSAL)),
                new TravellerCommand.ReplyToAnswers(id, no, proposal, MORE_WORDS));
    }

    private static Stream<Command> commands(
            QueueItem item, TravellerState traveller, LocalDate today) {
        var id = item.id();
        var no = item.traveller();
        return switch (item.task()) {
            case "decide" ->
                    Stream.of(
                            new TravellerCommand.ApproveReferred(id, no, WORDS),
                            new TravellerCommand.ProposeAct(
                                    id, no, new TwoOfficerAct.Refuse(), WORDS));
            case "authorise" -> Stream.of(new TravellerCommand.Authorise(id, no));
            case "second" ->
                    traveller.proposals().stream()
                            .filter(TravellerState.Proposal::open)
                            .map(open ->
                                    new TravellerCommand.SecondProposal(
                                            id, no, open.number(), WORDS, Optional.of(MORE_WORDS)));
            case "hearing" ->
                    traveller.proposals().stream()
                            .filter(TravellerState.Proposal::open)
                            .flatMap(open -> hear(id, no, open.number(), today));
            case "appeal" ->
                    traveller.appeals().stream()
                            .filter(TravellerState.AppealState::isOpen)
                            .map(open ->
                                    new TravellerCommand.DecideAppeal(
                                            id, no, open.number(), true, WORDS));
            case CaseTasks.HEAR, CaseTasks.HEAR_SECOND ->
                    Stream.of(new TravellerCommand.HearProtection(id, no, true, WORDS, WORDS));
            default -> Stream.of(new TravellerCommand.CompleteClearance(id, no, item.task()));
        };
    }
}
