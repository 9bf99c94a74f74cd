package exeat.desk.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.casework.state.UnitRegister;
import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.desk.base.StoreCalls;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import exeat.store.rows.UnitStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The office's register of units, as it is stored. */
public final class Units {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> NAMES = new TypeReference<>() {};

    private final UnitStore store;

    /** Owned by {@link #refresh}: replaced, never changed. */
    private volatile UnitRegister known = UnitRegister.NONE;

    Units(UnitStore store) {
        this.store = store;
        refresh();
    }

    /** As it was when it was last read; of the units themselves nothing. */
    UnitRegister known() {
        return known;
    }

    /** The change by which a unit closes or will, as the register was last read. */
    public Optional<UnitChange> ending(AuthorityId unit) {
        return known.ending(unit);
    }

    /** Reads what was made of units since. */
    void refresh() {
        known = new UnitRegister(new TreeMap<>(), made());
    }

    /** The whole register, as it is now. */
    public UnitRegister whole() {
        var founded = new TreeMap<AuthorityId, UnitRegister.Founding>();
        for (var unit : StoreCalls.get(store::founded)) {
            founded.put(
                    new AuthorityId(unit.id()),
                    new UnitRegister.Founding(
                            unit.parent().map(AuthorityId::new), unit.directive(), unit.at()));
        }
        return new UnitRegister(founded, made());
    }

    private List<UnitRegister.Change> made() {
        return StoreCalls.get(store::made).stream().map(Units::made).toList();
    }

    private static UnitRegister.Change made(UnitStore.Row row) {
        return new UnitRegister.Change(
                row.id(),
                change(row.draft()),
                row.draft().reason(),
                new OfficerId(row.by()),
                new OfficerId(row.closedBy().orElseThrow()),
                row.closed().orElseThrow());
    }

    /**
     * A change as it is stored.
     *
     * @throws IllegalStateException if it is of no kind that there is, or without what its kind has
     */
    public static UnitChange change(UnitStore.Draft row) {
        var unit = new AuthorityId(row.unit());
        return switch (row.what()) {
            case "renamed" -> new UnitChange.Renamed(unit, names(row.names()), row.from());
            case "moved" -> new UnitChange.Moved(unit, other(row.other()), row.from());
            case "merged" -> new UnitChange.Merged(unit, other(row.other()), row.from());
            case "closed" -> new UnitChange.Closed(unit, row.from());
            default -> throw new IllegalStateException("a unit cannot be " + row.what());
        };
    }

    private static AuthorityId other(@Nullable String other) {
        return new AuthorityId(Objects.requireNonNull(other, "a change without its other unit"));
    }

    private static SortedMap<String, String> names(@Nullable String names) {
        try {
            return JSON.readValue(Objects.requireNonNull(names, "a unit without names"), NAMES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a unit's names cannot be read", broken);
        }
    }

    /** A change as it is to be stored. */
    public static UnitStore.Draft draft(UnitChange change, String reason) {
        var unit = change.unit().text();
        return switch (change) {
            case UnitChange.Renamed(_, var names, var from) ->
                    new UnitStore.Draft("renamed", unit, null, json(names), from, reason);
            case UnitChange.Moved(_, var parent, var from) ->
                    new UnitStore.Draft("moved", unit, parent.text(), null, from, reason);
            case UnitChange.Merged(_, var into, var from) ->
                    new UnitStore.Draft("merged", unit, into.text(), null, from, reason);
            case UnitChange.Closed(_, var from) ->
                    new UnitStore.Draft("closed", unit, null, null, from, reason);
        };
    }

    private static String json(SortedMap<String, String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("names cannot be written as JSON", broken);
        }
    }

    /**
     * A pack cannot place a unit elsewhere than the register has it on the pack's first day, or
     * today if that has passed.
     *
     * @throws PackException with a line for each unit that differs
     */
    void check(Directive pack, LocalDate today) throws PackException {
        var day = pack.inForce().from().filter(today::isBefore).orElse(today);
        var differing = whole().disagreements(pack.authorities(), day);
        if (!differing.isEmpty()) {
            throw new PackException(differing.stream().map(one -> problem(one, day)).toList());
        }
    }

    private static PackException.Problem problem(UnitRegister.Disagreement one, LocalDate day) {
        return new PackException.Problem(
                "authorities.yaml",
                0,
                one.unit().text(),
                "it is below %s here, and below %s in the register of units on %s"
                        .formatted(one.said(), one.registered(), day));
    }

    /** Proposals, the newest first. */
    public List<UnitStore.Row> proposals(int from, int most) {
        return StoreCalls.get(() -> store.proposals(from, most));
    }

    /** One of them. */
    public Optional<UnitStore.Row> proposal(long id) {
        return StoreCalls.get(() -> store.proposal(id));
    }
}
