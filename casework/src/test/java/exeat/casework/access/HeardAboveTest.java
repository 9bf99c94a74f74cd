package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.JILIN_FA;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.Hearings;
import exeat.casework.World;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.TwoOfficerAct;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A unit above is shown why somebody shall be refused, and not what they said to it. */
class HeardAboveTest {

    private static final TravellerCommand AGREE =
            new TravellerCommand.SecondProposal(
                    CASE,
                    ONE,
                    1,
                    World.AGREED,
                    Optional.of("Their letter is no proof of kinship by itself."));

    private static World refusal() {
        var world = World.referred();
        var refuse = new TwoOfficerAct.Refuse();
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ProposeAct(CASE, ONE, refuse, "a reason"));
        Hearings.serve(world, 1);
        return world;
    }

    @Test
    void nobody_agrees_who_cannot_read_what_was_said() {
        var world = refusal();
        world.accepted(
                person(), new TravellerCommand.AnswerProposal(CASE, ONE, 1, "my aunt lives there"));
        var reply = "The register was asked again and knows of none.";
        world.accepted(officer(YANJI_FA), new TravellerCommand.ReplyToAnswers(CASE, ONE, 1, reply));
        Hearings.days(world, 15);
        assertThat(world.rejected(officer(JILIN_FA), AGREE)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI_FA, 2), AGREE);
    }

    @Test
    void where_nothing_was_said_a_unit_above_can_agree() {
        var world = refusal();
        Hearings.days(world, 15);
        world.accepted(officer(JILIN_FA), AGREE);
    }
}
