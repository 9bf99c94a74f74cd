package exeat.desk.witness;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether others have seen the log lately, and what they said.
 *
 * @param needed how many witnesses must have signed
 * @param within how long ago at most
 */
public record LogStanding(
        int needed, Duration within, Instant now, List<WitnessStanding> witnesses) {

    public LogStanding {
        witnesses = List.copyOf(witnesses);
    }

    /** What is wrong with a witness. */
    public enum Trouble {
        NONE,
        /** It runs under the office's own user, so it is none. */
        OWN_USER,
        NO_ANSWER,
        /** It answers, and signs nothing; for instance, it does not know this log. */
        REFUSES,
        /** It has seen more of the log than there is. */
        SET_BACK,
        /** It has seen another log under the same key. */
        OTHER_HISTORY
    }

    /**
     * One witness.
     *
     * @param signed when it last signed, by its own clock, as its signature proves
     */
    public record WitnessStanding(String name, Optional<Instant> signed, Trouble trouble) {

        /** Whether what it has seen is not this log. */
        public boolean objects() {
            return trouble == Trouble.SET_BACK || trouble == Trouble.OTHER_HISTORY;
        }
    }

    /** How many witnesses signed lately. */
    public int recent() {
        return (int) witnesses.stream().filter(this::isRecent).count();
    }

    private boolean isRecent(WitnessStanding one) {
        return one.trouble() != Trouble.OWN_USER
                && one.signed().filter(at -> !at.plus(within).isBefore(now)).isPresent();
    }

    /** When a witness last signed. */
    public Optional<Instant> last() {
        return witnesses.stream().flatMap(one -> one.signed().stream()).max(Instant::compareTo);
    }

    /** Whether enough witnesses signed lately, and none has seen another log. */
    public boolean isHealthy() {
        return recent() >= needed && witnesses.stream().noneMatch(WitnessStanding::objects);
    }

    /** In sentences for an operator, why the log is not healthy; empty if it is. */
    public List<String> words() {
        var words = new ArrayList<String>();
        if (recent() < needed) {
            words.add(
                    "The log is not healthy: %d of %d witnesses signed it within the last %s, %s."
                            .formatted(
                                    recent(),
                                    needed,
                                    time(within),
                                    "so the holder of its key could rewrite it unseen"));
        }
        if (witnesses.isEmpty()) {
            words.add("It has no witness: the file \"witnesses\" in the data folder names none.");
        }
        witnesses.forEach(one -> words(one).ifPresent(words::add));
        return List.copyOf(words);
    }

    private static String time(Duration time) {
        long minutes = time.toMinutes();
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    private Optional<String> words(WitnessStanding one) {
        var name = "The witness " + one.name();
        return switch (one.trouble()) {
            case NONE ->
                    isRecent(one)
                            ? Optional.empty()
                            : Optional.of(
                                    one.signed()
                                            .map(at ->
                                                    name
                                                            + " last signed at "
                                                            + at.truncatedTo(ChronoUnit.SECONDS)
                                                            + ".")
                                            .orElse(name + " has never signed."));
            case OWN_USER ->
                    Optional.of(
                            name
                                    + " runs under the same user as the office, so it is no"
                                    + " witness: run it under another user, on another host or"
                                    + " elsewhere.");
            case NO_ANSWER -> Optional.of(name + " does not answer.");
            case REFUSES ->
                    Optional.of(name + " refuses to sign; perhaps it does not watch this log.");
            case SET_BACK ->
                    Optional.of(
                            "The log is not healthy: "
                                    + "the witness "
                                    + one.name()
                                    + " has seen more entries than there are: the log was set"
                                    + " back.");
            case OTHER_HISTORY ->
                    Optional.of(
                            "The log is not healthy: the witness "
                                    + one.name()
                                    + " has seen other entries in it: history was rewritten.");
        };
    }
}
