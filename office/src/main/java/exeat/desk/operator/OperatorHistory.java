package exeat.desk.operator;

import exeat.store.Bytes;
import exeat.store.rows.OperatorStore.Act;
import exeat.store.rows.OperatorStore.Logged;
import exeat.store.rows.OperatorStore.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who operated the machine and when, worked out of signed acts alone, in the order of the log. No
 * row of operators is read, and no time but those of the log: an act counts from when it can have
 * been done, which is no earlier than what stands before it.
 */
public final class OperatorHistory {

    private static final Pattern ADD = Pattern.compile("operator add (\\S+) ([0-9a-f]{64})");
    private static final Pattern SUCCESSION = Pattern.compile("ledger key (\\S+) then (\\S+)");
    private static final Pattern END = Pattern.compile("operator end (\\S+)");

    /** Clocks of two processes differ by less. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private final String log;
    private final Map<String, Standing> operators = new LinkedHashMap<>();
    private final List<Logged> signed = new ArrayList<>();
    private final List<Refuted> refuted = new ArrayList<>();

    /** An operator; since when they stand is empty while the log has no place for it. */
    private record Standing(Row row, Optional<Instant> since) {}

    /**
     * An act that does not count.
     *
     * @param why as a clause of a sentence
     */
    public record Refuted(Act act, String why) {}

    private OperatorHistory(String log) {
        this.log = log;
    }

    /**
     * The history of an office.
     *
     * @param log the published key of its log
     * @param acts in the order of the log
     */
    public static OperatorHistory of(String log, List<Logged> acts) {
        var history = new OperatorHistory(log);
        acts.forEach(history::take);
        return history;
    }

    /** What an operator signs. */
    static String text(String log, String operator, Instant at, String what) {
        return String.join(
                        "\n",
                        "exeat operator act v1",
                        log,
                        operator,
                        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                        what)
                + "\n";
    }

    /** The words of the act that adds an operator. */
    static String adding(String name, Bytes key) {
        return "operator add " + name + " " + key.hex();
    }

    /** The words of the act that ends one. */
    static String ending(String name) {
        return "operator end " + name;
    }

    /** The words of the act that gives the log a new key. */
    static String succession(String old, String next) {
        return "ledger key " + old + " then " + next;
    }

    private boolean isSigned(Act act, Bytes key) {
        return OperatorKey.isSigned(
                key, text(log, act.operator(), act.at(), act.what()), act.signature());
    }

    private void refute(Act act, String why) {
        refuted.add(new Refuted(act, why));
    }

    private void take(Logged logged) {
        var act = logged.act();
        var add = ADD.matcher(act.what());
        if (operators.isEmpty()) {
            if (add.matches()
                    && add.group(1).equals(act.operator())
                    && isSigned(act, key(add.group(2)))) {
                add(logged, add.group(1), key(add.group(2)));
            } else {
                refute(act, "it is not signed with the key of " + act.operator());
            }
            return;
        }
        var by = operators.get(act.operator());
        if (by == null || !isSigned(act, by.row().key())) {
            refute(act, "it is not signed with the key of " + act.operator());
        } else if (by.row().ended().filter(end -> !act.at().isBefore(end)).isPresent()) {
            refute(act, act.operator() + " was no operator any more");
        } else {
            follow(logged);
        }
    }

    private void follow(Logged logged) {
        var act = logged.act();
        if (logged.logged().filter(at -> at.isAfter(act.at().plus(TOLERANCE))).isPresent()) {
            refute(
                    act,
                    "it says %s, but stands in the log after what happened at %s"
                            .formatted(act.at(), logged.logged().orElseThrow()));
        }
        signed.add(logged);
        var add = ADD.matcher(act.what());
        var end = END.matcher(act.what());
        if (add.matches()) {
            var key = key(add.group(2));
            boolean taken =
                    operators.containsKey(add.group(1))
                            || operators.values().stream()
                                    .anyMatch(one -> one.row().key().equals(key));
            if (taken) {
                refute(act, "the name or the key is another operator's");
            } else {
                add(logged, add.group(1), key);
            }
        } else if (end.matches()) {
            operators.computeIfPresent(
                    end.group(1),
                    (_, one) ->
                            one.row().ended().isPresent()
                                    ? one
                                    : new Standing(ended(one.row(), act.at()), one.since()));
        }
    }

    private void add(Logged logged, String name, Bytes key) {
        var act = logged.act();
        var by =
                name.equals(act.operator())
                        ? Optional.<String>empty()
                        : Optional.of(act.operator());
        operators.put(
                name,
                new Standing(new Row(name, key, act.at(), by, Optional.empty()), logged.logged()));
    }

    private static Row ended(Row row, Instant at) {
        return new Row(row.id(), row.key(), row.added(), row.addedBy(), Optional.of(at));
    }

    private static Bytes key(String hex) {
        return Bytes.of(HexFormat.of().parseHex(hex));
    }

    /** Everybody who is or was an operator, as the acts say. */
    public List<Row> operators() {
        return operators.values().stream().map(Standing::row).toList();
    }

    /** The acts that do not count, or are not of the time that they say. */
    public List<Refuted> refuted() {
        return List.copyOf(refuted);
    }

    /** When the first operator signed for themselves; empty where nobody did. */
    public Optional<Instant> since() {
        return operators.values().stream().findFirst().map(one -> one.row().added());
    }

    /** Whether this operator signed something in these minutes before a time. */
    public boolean acted(String operator, Instant before, Duration within) {
        return signed.stream()
                .map(Logged::act)
                .anyMatch(act ->
                        act.operator().equals(operator)
                                && !act.at().isAfter(before.plusSeconds(1))
                                && !act.at().isBefore(before.minus(within)));
    }

    /**
     * Since when two operators have wanted the same: when the second of them said so, each after
     * they had stood for a time. An operator ended by then no longer counts.
     *
     * @param by the time at which that must hold
     */
    public Optional<Instant> agreed(String what, Duration standing, Instant by) {
        var first = new HashMap<String, Instant>();
        for (var one : signed) {
            var act = one.act();
            var operator = operators.get(act.operator());
            if (act.what().equals(what)
                    && operator != null
                    && one.logged().isPresent()
                    && operator.since().isPresent()
                    && operator.row().ended().filter(end -> !end.isAfter(by)).isEmpty()
                    && !one.logged().get().isBefore(operator.since().get().plus(standing))) {
                first.putIfAbsent(act.operator(), one.logged().get());
            }
        }
        return first.values().stream().sorted().skip(1).findFirst();
    }

    /**
     * The key with which two operators let a log go on after another. Neither approval need have a
     * place in the log, which may stand still for want of a key; who has been an operator for how
     * long follows from the log all the same. An operator ended between the two does not count; one
     * ended later changes nothing.
     *
     * @param now acts of later than this do not count yet
     */
    public Optional<String> successor(String key, Duration standing, Instant now) {
        var approvals = new HashMap<String, List<Act>>();
        for (var one : signed) {
            var act = one.act();
            var words = SUCCESSION.matcher(act.what());
            if (!words.matches()
                    || !words.group(1).equals(key)
                    || act.at().isAfter(now.plus(TOLERANCE))
                    || !hasStood(act, standing)) {
                continue;
            }
            var before = approvals.computeIfAbsent(words.group(2), _ -> new ArrayList<>());
            if (before.stream().anyMatch(other -> isAnother(other, act))) {
                return Optional.of(words.group(2));
            }
            before.add(act);
        }
        return Optional.empty();
    }

    private boolean hasStood(Act act, Duration standing) {
        return Optional.ofNullable(operators.get(act.operator()))
                .flatMap(Standing::since)
                .filter(since -> !act.at().isBefore(since.plus(standing)))
                .isPresent();
    }

    /** Whether an earlier act is of somebody else who was still an operator at this one. */
    private boolean isAnother(Act earlier, Act act) {
        var by = operators.get(earlier.operator());
        return !earlier.operator().equals(act.operator())
                && by != null
                && by.row().ended().filter(end -> !end.isAfter(act.at())).isEmpty();
    }
}
