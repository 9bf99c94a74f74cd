package exeat.desk.operator;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.OperatorStore;
import exeat.store.rows.OperatorStore.Act;
import exeat.store.rows.OperatorStore.ActResult;
import exeat.store.rows.OperatorStore.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who operates the machine. As soon as there is an operator with a key, every command that changes
 * something is signed with one, and is an act in the log.
 */
public final class Operators {

    /** So long an operator is there before their word counts beside another's. */
    public static final Duration STANDING = Duration.ofDays(7);

    /** The sections of settings that concern people. */
    private static final Set<String> PEOPLE =
            Set.of(
                    "sessions",
                    "door",
                    "files",
                    "limits",
                    "looks",
                    "watch",
                    "webhooks",
                    "intake",
                    "clock",
                    "bodies",
                    "server");

    private final OperatorStore store;
    private final String log;
    private final InstantSource clock;

    /**
     * Operators of an office.
     *
     * @param log the published key of its log, so that an act here is none elsewhere
     */
    public Operators(Infrastructure in, String log) {
        this.store = new OperatorStore(in.database());
        this.log = log;
        this.clock = in.clock();
    }

    public List<Row> all() {
        return StoreCalls.get(store::all);
    }

    /** What operators did, in its order. */
    public List<Act> acts() {
        return StoreCalls.get(store::acts);
    }

    /**
     * Adds an operator: the first by themselves, every other by one who is there.
     *
     * @param by who signs for it; for the first their own key
     * @return why not; empty when it is done
     */
    public Optional<String> add(String name, Bytes key, Optional<OperatorKey> by) {
        if (key.length() != 32) {
            return Optional.of("a public key has 32 bytes, in base 64");
        }
        if (by.isEmpty()) {
            return Optional.of(
                    "give a key with --operator-key: the first operator signs with their own,"
                            + " and an existing operator adds each other one");
        }
        return switch (signed(
                by.get(), OperatorHistory.adding(name, key), act -> store.add(name, key, act))) {
            case DONE -> Optional.empty();
            case FIRST ->
                    Optional.of("there is no operator yet: the first one signs with their own key");
            case TAKEN, UNKNOWN, AGAIN ->
                    Optional.of("the name or key is or was another operator's");
            case NOBODY -> throw nobody(by.get());
        };
    }

    /** Ends what an operator may do; false where there is no such operator. */
    public boolean end(String name, OperatorKey by) {
        return switch (signed(by, OperatorHistory.ending(name), act -> store.end(name, act))) {
            case DONE -> true;
            case UNKNOWN, TAKEN, FIRST, AGAIN -> false;
            case NOBODY -> throw nobody(by);
        };
    }

    private static OfficeException nobody(OperatorKey key) {
        return new OfficeException(
                Code.NOT_ALLOWED, key.name() + " is not an operator of this office with this key");
    }

    /** What an act does, with the act itself in one step. */
    private interface Step {
        ActResult with(Act act) throws SQLException;
    }

    private ActResult signed(OperatorKey key, String what, Step step) {
        // Two acts of one operator never have the same time, by which each is told apart.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (int tried = 0; tried < 1000; tried++) {
            var when = at.plus(tried, ChronoUnit.MICROS);
            var signature = key.sign(OperatorHistory.text(log, key.name(), when, what));
            var act = new Act(0, key.name(), what, when, signature);
            var outcome = StoreCalls.get(() -> isAs(key) ? step.with(act) : ActResult.NOBODY);
            if (outcome != ActResult.AGAIN) {
                return outcome;
            }
        }
        throw new OfficeException(Code.NOT_ALLOWED, key.name() + " cannot act");
    }

    /** Whether nobody else has this name; the first operator is not there yet. */
    private boolean isAs(OperatorKey key) {
        return all().stream()
                .filter(one -> one.id().equals(key.name()))
                .allMatch(one -> one.key().equals(key.open()));
    }

    /**
     * Who gives a command, as accounts and the log name them; what they do is kept first, signed.
     *
     * @param key empty for somebody who shows none
     * @throws OfficeException {@link Code#NOT_ALLOWED} without an operator's key, if there are
     *     operators
     */
    public String acting(Optional<OperatorKey> key, String what) {
        if (key.isPresent()) {
            act(key.get(), what);
            return "operator " + key.get().name();
        }
        if (all().stream().anyMatch(one -> one.ended().isEmpty())) {
            throw new OfficeException(
                    Code.NOT_ALLOWED,
                    "this office has operators: give your own key with --operator-key");
        }
        return "operator without a key";
    }

    /** Keeps what an operator did, signed. */
    private void act(OperatorKey key, String what) {
        var known =
                all().stream()
                        .filter(one -> one.id().equals(key.name()) && one.ended().isEmpty())
                        .filter(one -> one.key().equals(key.open()))
                        .findFirst();
        if (known.isEmpty()) {
            throw nobody(key);
        }
        var outcome =
                signed(
                        key,
                        what,
                        act ->
                                store.act(act.operator(), act.what(), act.at(), act.signature())
                                        ? ActResult.DONE
                                        : ActResult.AGAIN);
        if (outcome != ActResult.DONE) {
            throw new OfficeException(Code.NOT_ALLOWED, key.name() + " cannot act");
        }
    }

    /**
     * Since when two operators have wanted the same: when the second of them said so, each after
     * they had stood for {@link #STANDING}, by the log. An operator ended since no longer counts,
     * nor does what is not in the log yet.
     */
    public Optional<Instant> agreed(String what) {
        return OperatorHistory.of(log, StoreCalls.get(store::log))
                .agreed(what, STANDING, clock.instant());
    }

    /**
     * Writes down the settings of a server that concern people, so that a change of one is in the
     * log; whether they are others than before.
     */
    public boolean recordSettings(Config config) {
        var text =
                Settings.all().stream()
                        .filter(one -> PEOPLE.contains(one.key().replaceFirst("\\..*", "")))
                        .map(one -> one.key() + ": " + config.text(one) + "\n")
                        .collect(Collectors.joining());
        return StoreCalls.get(() -> store.settings(text));
    }

    /** The names of those who could act now. */
    public List<String> active() {
        var names = new ArrayList<String>();
        for (var one : all()) {
            if (one.ended().isEmpty()) {
                names.add(one.id());
            }
        }
        return List.copyOf(names);
    }
}
