package exeat.desk;

import static exeat.desk.Town.ONE;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.TwoOfficerAct;
import java.time.Duration;
import java.util.Optional;

/** Hearings in the {@link Town} as they are where nobody has anything to say. */
public final class TownHearings {

    private TownHearings() {}

    static boolean isHeardBefore(Proposal proposal) {
        return proposal.hearing().isPresent()
                && !(proposal.act() instanceof TwoOfficerAct.PlaceHold);
    }

    public static void pass(Town town, Town.Filing filing, int number) {
        var proposal = town.state(filing, ONE).proposal(number).orElseThrow();
        town.done(
                town.officer(proposal.unit(), 1),
                new TravellerCommand.RecordService(
                        filing.id(), ONE, number, town.today(), Optional.of(NoticeKind.PROPOSAL)));
        town.pass(Duration.ofDays(proposal.hearing().orElseThrow().days() + 1L));
    }
}
