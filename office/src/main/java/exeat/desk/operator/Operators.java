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
import exeat.store.rows.OperatorStore.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Set.of("sessions", "door", "files", "limits", "looks", "watch", "webhooks", "intake");

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
     * @return why not; empty when it is done
     */
    public Optional<String> add(String name, Bytes key, Optional<OperatorKey> by) {
        if (key.length() != 32) {
            return Optional.of("a public key has 32 bytes, in base 64");
        }
        by.ifPresent(signer -> act(signer, "operator add " + name + " " + key.hex()));
        var now = clock.instant();
        boolean done = StoreCalls.get(() -> store.add(name, key, by.map(OperatorKey::name), now));
        return done
                ? Optional.empty()
                : Optional.of(
                        by.isEmpty()
                                ? "there are operators already: one of them must add the next,"
                                        + " with their key"
                                : "the name or key is or was another operator's");
    }

    /** Ends what an operator may do. */
    public boolean end(String name, OperatorKey by) {
        act(by, "operator end " + name);
        return StoreCalls.get(() -> store.end(name, clock.instant()));
    }

    /**
     * Who gives a command, as accounts and the log name them; what they do is kept first, signed.
     *
     * @param key empty for somebody who shows none
     * @throws OfficeException {@link Code#NOT_ALLOWED} for whoever shows no operator's key, where
     *     there are operators
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
            throw new OfficeException(
                    Code.NOT_ALLOWED, key.name() + " is no operator here with this key");
        }
        // Two acts of one operator never have the same time, by which each is told apart.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (int tried = 0; tried < 1000; tried++) {
            var when = at.plus(tried, ChronoUnit.MICROS);
            var signature = key.sign(text(log, key.name(), when, what));
            if (StoreCalls.get(() -> store.act(key.name(), what, when, signature))) {
                return;
            }
        }
        throw new OfficeException(Code.NOT_ALLOWED, key.name() + " cannot act");
    }

    private static String text(String log, String operator, Instant at, String what) {
        return String.join(
                        "\n",
                        "exeat operator act v1",
                        log,
                        operator,
                        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                        what)
                + "\n";
    }

    /**
     * Since when two operators have wanted the same: when the second of them said so, each after
     * they had stood for {@link #STANDING}. Whoever ended since counts no more.
     */
    public Optional<Instant> agreed(String what) {
        var standing =
                all().stream()
                        .filter(one -> one.ended().isEmpty())
                        .collect(Collectors.toMap(Row::id, one -> one));
        Map<String, Instant> first = new HashMap<>();
        for (var act : acts()) {
            var by = standing.get(act.operator());
            if (by != null
                    && act.what().equals(what)
                    && isSigned(log, by, act)
                    && !act.at().isBefore(by.added().plus(STANDING))) {
                first.putIfAbsent(act.operator(), act.at());
            }
        }
        return first.values().stream().sorted(Comparator.naturalOrder()).skip(1).findFirst();
    }

    private static boolean isSigned(String log, Row by, Act act) {
        var text = text(log, act.operator(), act.at(), act.what());
        return OperatorKey.isSigned(by.key(), text, act.signature());
    }

    /** The acts that were not signed with the key of whom they name. */
    public static List<Act> unsigned(String log, List<Row> operators, List<Act> acts) {
        var rows = operators.stream().collect(Collectors.toMap(Row::id, one -> one));
        return acts.stream()
                .filter(act -> {
                    var by = rows.get(act.operator());
                    return by == null || !isSigned(log, by, act);
                })
                .toList();
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
