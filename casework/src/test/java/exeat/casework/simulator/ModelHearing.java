package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.TwoOfficerAct;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one traveller of the {@link Model} is heard: the sheet of what is proposed against them,
 * since when they have each, and what they said that nobody replied to.
 */
final class ModelHearing {

    private static final int DAYS = 14;

    /** The proposals, since when each can be handed over and was. */
    private final ModelService proposals = new ModelService();

    private final Map<Integer, TwoOfficerAct> acts = new HashMap<>();
    private final Map<Integer, LocalDate> again = new HashMap<>();
    private final Set<Integer> disputed = new HashSet<>();
    private final Set<Integer> unanswered = new HashSet<>();

    void open(int number, TwoOfficerAct act, LocalDate today) {
        acts.put(number, act);
        proposals.decide(number, act, today);
    }

    /** It takes something from somebody who has time to be asked. */
    private static boolean isHeardBefore(TwoOfficerAct act) {
        return act instanceof TwoOfficerAct.Refuse
                || act instanceof TwoOfficerAct.SetAside
                || act instanceof TwoOfficerAct.Revoke
                || act instanceof TwoOfficerAct.ExtendHold;
    }

    private boolean isHeardBefore(int number) {
        var act = acts.get(number);
        return act != null && isHeardBefore(act);
    }

    /** Whether a correction or a hold is meant, of which this sheet does not say when. */
    private boolean isOther(int number) {
        return acts.containsKey(number) && !isHeardBefore(number);
    }

    Map<Integer, LocalDate> served() {
        return proposals.served();
    }

    /** Whether nobody agrees yet. */
    boolean isRunning(int number, LocalDate today) {
        var served = served().get(number);
        return isHeardBefore(number)
                && (served == null
                        || unanswered.contains(number)
                        || !today.isAfter(later(served, again.get(number)).plusDays(DAYS)));
    }

    private static LocalDate later(LocalDate served, @Nullable LocalDate again) {
        return again == null || again.isBefore(served) ? served : again;
    }

    boolean mayRecord(
            Actor actor, TravellerCommand.RecordService command, boolean open, LocalDate today) {
        return open
                && !(acts.get(command.proposal()) instanceof TwoOfficerAct.PlaceHold)
                && proposals.mayRecord(actor, command, today);
    }

    boolean mayConfirm(Actor actor, int number, boolean open) {
        return open
                && !(acts.get(number) instanceof TwoOfficerAct.PlaceHold)
                && proposals.mayConfirm(actor, number);
    }

    boolean mayDispute(Actor actor, int number, boolean open) {
        return open && !disputed.contains(number) && proposals.mayDispute(actor, number);
    }

    boolean mustConfirm(Actor actor, TravellerCommand.ConfirmReceipt command, boolean open) {
        return open
                && isHeardBefore(command.proposal())
                && actor.equals(World.party(command.traveller()))
                && mayConfirm(actor, command.proposal(), true);
    }

    /** An answer is possible while it is proposed, and to a hold while one stands. */
    boolean mayAnswer(int number, boolean open, boolean held) {
        return isHeardBefore(number) ? open : isOther(number) && (open || held);
    }

    boolean mustAnswer(int number, boolean open) {
        return open && isHeardBefore(number);
    }

    boolean mayReply(Actor actor, int number) {
        return actor instanceof Actor.Officer && unanswered.contains(number);
    }

    void record(Actor actor, TravellerCommand.RecordService command) {
        proposals.record(actor, command);
    }

    void confirm(int number, LocalDate today) {
        proposals.confirm(number, today);
    }

    void dispute(int number, LocalDate today) {
        disputed.add(number);
        proposals.dispute(number, today);
    }

    void answer(int number) {
        unanswered.add(number);
    }

    void reply(int number) {
        unanswered.remove(number);
    }

    /** Steps go on after they were stopped: nobody had to answer meanwhile. */
    void resume(LocalDate today) {
        acts.keySet().forEach(number -> again.put(number, today));
    }
}
