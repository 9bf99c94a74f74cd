package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The office's register of units, which is one for all directives: which units there are, and what
 * became of each, by date. The functions and roles of a unit, and the area in which it works, are
 * what each pack says.
 *
 * @param founded every unit that there is or was
 * @param changes what two administrators made, in the order in which they did
 */
public record UnitRegister(SortedMap<AuthorityId, Founding> founded, List<Change> changes) {

    public static final UnitRegister NONE = new UnitRegister(new TreeMap<>(), List.of());

    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    /**
     * How a unit came to be.
     *
     * @param parent the unit above; empty as long as no pack says one
     * @param directive the hash of the version with which it came
     */
    public record Founding(Optional<AuthorityId> parent, String directive, Instant at) {}

    /**
     * A change that was made.
     *
     * @param first the administrator who proposed it
     * @param second the one who agreed
     */
    public record Change(
            long number,
            UnitChange change,
            String reason,
            OfficerId first,
            OfficerId second,
            Instant at) {}

    /** A unit that a pack places below another unit than the register does. */
    public record Disagreement(AuthorityId unit, AuthorityId said, AuthorityId registered) {}

    public UnitRegister {
        founded = Collections.unmodifiableSortedMap(new TreeMap<>(founded));
        changes = List.copyOf(changes);
    }

    /** What holds on a day, by the day from which it does; of one day the last that was made. */
    private <C extends UnitChange> Optional<C> last(
            AuthorityId unit, Class<C> kind, LocalDate day) {
        return of(unit).filter(kind::isInstance)
                .map(kind::cast)
                .filter(one -> !day.isBefore(one.from()))
                .reduce((one, later) -> later.from().isBefore(one.from()) ? one : later);
    }

    private Stream<UnitChange> of(AuthorityId unit) {
        return changes.stream().map(Change::change).filter(one -> one.unit().equals(unit));
    }

    /**
     * The name that the register gives a unit on a day; empty as long as it has the one that packs
     * give it.
     *
     * @param language in English if it has no name in this one
     */
    public Optional<String> name(AuthorityId unit, LocalDate day, String language) {
        return last(unit, UnitChange.Renamed.class, day)
                .map(UnitChange.Renamed::names)
                .map(names -> names.getOrDefault(language, names.get(ENGLISH)));
    }

    /**
     * The names that the register gives a unit, by language and by the day from which they hold;
     * before the first day it has those of its packs.
     */
    public SortedMap<LocalDate, SortedMap<String, String>> names(AuthorityId unit) {
        var names = new TreeMap<LocalDate, SortedMap<String, String>>();
        of(unit).filter(UnitChange.Renamed.class::isInstance)
                .map(UnitChange.Renamed.class::cast)
                .forEach(renamed -> names.put(renamed.from(), renamed.names()));
        return names;
    }

    /** This register after a proposed change, to tell what it would move. */
    public UnitRegister with(Change proposed) {
        return new UnitRegister(
                founded, Stream.concat(changes.stream(), Stream.of(proposed)).toList());
    }

    /** The unit above it on a day, as packs that hold on that day must say; empty if none does. */
    public Optional<AuthorityId> parent(AuthorityId unit, LocalDate day) {
        return last(unit, UnitChange.Moved.class, day)
                .map(UnitChange.Moved::parent)
                .or(() -> Optional.ofNullable(founded.get(unit)).flatMap(Founding::parent));
    }

    /** The change by which a unit closes, on its own or into another; empty if none was made. */
    public Optional<UnitChange> ending(AuthorityId unit) {
        return of(unit).filter(UnitRegister::isEnding).findFirst();
    }

    private static boolean isEnding(UnitChange change) {
        return switch (change) {
            case UnitChange.Merged _, UnitChange.Closed _ -> true;
            case UnitChange.Renamed _, UnitChange.Moved _ -> false;
        };
    }

    /** Whether there is a unit and it has not closed by a day. */
    public boolean isOpen(AuthorityId unit, LocalDate day) {
        return founded.containsKey(unit)
                && ending(unit).filter(end -> !day.isBefore(end.from())).isEmpty();
    }

    /**
     * The units of a tree that have closed by a day, each with the open unit that has its work: the
     * one into which it was merged, if this tree has that one, or else the unit above it.
     */
    public Map<AuthorityId, AuthorityId> closed(AuthorityTree tree, LocalDate day) {
        var next = new TreeMap<AuthorityId, AuthorityId>();
        for (var one : changes) {
            var unit = one.change().unit();
            if (isEnding(one.change())
                    && !day.isBefore(one.change().from())
                    && tree.find(unit).isPresent()) {
                next.put(unit, successor(tree, one.change()));
            }
        }
        var closed = new TreeMap<AuthorityId, AuthorityId>();
        next.keySet().forEach(unit -> closed.put(unit, open(tree, next, unit)));
        return closed;
    }

    private static AuthorityId successor(AuthorityTree tree, UnitChange ending) {
        return Optional.of(ending)
                .filter(UnitChange.Merged.class::isInstance)
                .map(merged -> ((UnitChange.Merged) merged).successor())
                .filter(successor -> tree.find(successor).isPresent())
                .orElseGet(() -> tree.above(ending.unit()).id());
    }

    /** The first open unit; the issuer, which never closes, where units name one another. */
    private static AuthorityId open(
            AuthorityTree tree, Map<AuthorityId, AuthorityId> next, AuthorityId unit) {
        var passed = new HashSet<AuthorityId>();
        var at = unit;
        for (var to = next.get(at); to != null; to = next.get(at)) {
            if (!passed.add(at)) {
                return tree.root().id();
            }
            at = to;
        }
        return at;
    }

    /**
     * Where a pack's tree differs from the register on a day. A unit that either knows nothing
     * above agrees with everything.
     */
    public List<Disagreement> disagreements(AuthorityTree tree, LocalDate day) {
        return tree.all().stream()
                .flatMap(unit ->
                        unit
                                .parent()
                                .flatMap(said ->
                                        parent(unit.id(), day)
                                                .filter(registered -> !registered.equals(said))
                                                .map(registered ->
                                                        new Disagreement(
                                                                unit.id(), said, registered)))
                                .stream())
                .toList();
    }

    /** The changes that concern a unit, also those that name it as the one that goes on. */
    public List<Change> history(AuthorityId unit) {
        return changes.stream().filter(one -> named(one.change()).contains(unit)).toList();
    }

    private static SortedSet<AuthorityId> named(UnitChange change) {
        var named = new TreeSet<AuthorityId>();
        named.add(change.unit());
        switch (change) {
            case UnitChange.Moved moved -> named.add(moved.parent());
            case UnitChange.Merged merged -> named.add(merged.successor());
            case UnitChange.Renamed _, UnitChange.Closed _ -> {}
        }
        return named;
    }
}
