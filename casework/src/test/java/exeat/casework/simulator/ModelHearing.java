package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.TwoOfficerAct;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Integer, Integer> disputed = new HashMap<>();
    private final Set<Integer> decided = new HashSet<>();

    /** The days of what was said that nobody replied to. */
    private final Map<Integer, Set<LocalDate>> unanswered = new HashMap<>();

    /** What was said to the same before, and nobody agreed, is still said. */
    void open(int number, TwoOfficerAct act, LocalDate today, Set<Integer> opened) {
        acts.keySet().stream()
                .filter(other -> !opened.contains(other))
                .filter(other -> isSame(act, Objects.requireNonNull(acts.get(other))))
                .max(Integer::compare)
                .filter(before -> !decided.contains(before))
                .map(before -> unanswered.getOrDefault(before, Set.of()))
                .ifPresent(said -> unanswered.put(number, new HashSet<>(said)));
        acts.put(number, act);
        proposals.decide(number, act, today);
    }

    private static boolean isSame(TwoOfficerAct one, TwoOfficerAct other) {
        if (one instanceof TwoOfficerAct.ExtendHold a
                && other instanceof TwoOfficerAct.ExtendHold b) {
            return a.hold() == b.hold();
        }
        if (one instanceof TwoOfficerAct.CorrectFact a
                && other instanceof TwoOfficerAct.CorrectFact b) {
            return a.fact().equals(b.fact());
        }
        return one.getClass().equals(other.getClass());
    }

    /** Two officers agreed to it. */
    void decide(int number) {
        decided.add(number);
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
        if (!isHeardBefore(number) || served == null) {
            return isHeardBefore(number);
        }
        var last = later(served, again.get(number)).plusDays(DAYS);
        return !today.isAfter(last)
                || unanswered.getOrDefault(number, Set.of()).stream()
                        .anyMatch(said -> !said.isAfter(last));
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

    /** Once with any secret; once more, if nobody knows whether it was them. */
    boolean mayDispute(Actor actor, int number, boolean open, boolean proved) {
        return open
                && disputed.getOrDefault(number, 0) < (proved ? 2 : 1)
                && proposals.mayDispute(actor, number);
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
        return actor instanceof Actor.Officer
                && !unanswered.getOrDefault(number, Set.of()).isEmpty();
    }

    void record(Actor actor, TravellerCommand.RecordService command) {
        proposals.recordAnew(actor, command);
    }

    void confirm(int number, LocalDate today) {
        proposals.confirm(number, today);
    }

    void dispute(int number, LocalDate today) {
        disputed.merge(number, 1, Integer::sum);
        proposals.dispute(number, today);
    }

    void answer(int number, LocalDate today) {
        unanswered.computeIfAbsent(number, _ -> new HashSet<>()).add(today);
    }

    void reply(int number) {
        unanswered.remove(number);
    }

    /** Steps go on after they were stopped: nobody had to answer meanwhile. */
    void resume(LocalDate today) {
        acts.keySet().forEach(number -> again.put(number, today));
    }
}
