package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What two officers decided of one traveller of the {@link Model}, and since when the person has
 * it. As long as they do not, or say that they do not, no time passes for them.
 */
final class ModelService {

    private static final int REPLY_DAYS = 14;

    private final Map<Integer, LocalDate> decided = new HashMap<>();
    private final Set<Integer> corrections = new HashSet<>();
    private final Map<Integer, LocalDate> handedOver = new TreeMap<>();
    private final Map<Integer, LocalDate> confirmed = new TreeMap<>();
    private final Map<Integer, LocalDate> disputed = new HashMap<>();
    private final Map<Integer, Set<OfficerId>> recorders = new HashMap<>();

    void decide(int number, TwoOfficerAct act, LocalDate today) {
        decided.put(number, today);
        if (act instanceof TwoOfficerAct.CorrectFact) {
            corrections.add(number);
        }
    }

    /** The first day that counts, of those on which they got each. */
    Map<Integer, LocalDate> served() {
        var served = new TreeMap<>(confirmed);
        served.putAll(handedOver);
        return served;
    }

    /** Nobody decides against somebody who has something left to reply to. */
    boolean isUnheard(TwoOfficerAct act, LocalDate today) {
        boolean against =
                act instanceof TwoOfficerAct.Refuse || act instanceof TwoOfficerAct.SetAside;
        var served = served();
        return against
                && corrections.stream()
                        .map(served::get)
                        .anyMatch(on -> on == null || !today.isAfter(on.plusDays(REPLY_DAYS)));
    }

    boolean mayRecord(Actor actor, TravellerCommand.RecordService command, LocalDate today) {
        int number = command.proposal();
        var from = decided.get(number);
        return actor instanceof Actor.Officer officer
                && from != null
                && !served().containsKey(number)
                && !recorders.getOrDefault(number, Set.of()).contains(officer.id())
                && !command.on().isBefore(from)
                && !command.on().isAfter(today)
                && !command.on().isBefore(today.minusDays(3))
                && !command.on().isBefore(disputed.getOrDefault(number, LocalDate.MIN));
    }

    boolean mayConfirm(Actor actor, int number) {
        return actor instanceof Actor.Party
                && decided.containsKey(number)
                && !confirmed.containsKey(number);
    }

    boolean mayDispute(Actor actor, int number) {
        return actor instanceof Actor.Party
                && handedOver.containsKey(number)
                && !confirmed.containsKey(number);
    }

    /** Where nothing else can stand in the way: the person with a secret that is theirs. */
    boolean mustConfirm(Actor actor, TravellerCommand.ConfirmReceipt command) {
        return actor.equals(World.party(command.traveller()))
                && mayConfirm(actor, command.proposal());
    }

    void record(Actor actor, TravellerCommand.RecordService command) {
        handedOver.put(command.proposal(), command.on());
        recorders
                .computeIfAbsent(command.proposal(), _ -> new HashSet<>())
                .add(((Actor.Officer) actor).id());
    }

    /** Of a proposal only whoever recorded it last does not record it again. */
    void recordAnew(Actor actor, TravellerCommand.RecordService command) {
        recorders.remove(command.proposal());
        record(actor, command);
    }

    void confirm(int number, LocalDate today) {
        confirmed.put(number, today);
    }

    void dispute(int number, LocalDate today) {
        handedOver.remove(number);
        disputed.put(number, today);
    }
}
