package exeat.identity.index;

import exeat.identity.match.EntrySieve;
import exeat.identity.match.Matcher;
import exeat.identity.match.PersonEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A register in memory that finds whom an entry may be about. Keys are numbers in one sorted array,
 * the upper {@value #KEY_BITS} bits a key and the others whose it is; what was added since stands
 * beside it until there is enough to sort again. Birth and sex of everybody are in an array of
 * their own, so that most of whom a key finds are left out without a look at their entries.
 *
 * <p>Whoever holds it owns it: it is not to be changed and asked by two threads at once; asking
 * alone is safe. Nothing is kept anywhere else, so a crash loses it, and it is built again.
 */
public final class StandingIndex {

    /** The most people that it can hold. */
    public static final int CAPACITY = 1 << 24;

    private static final int KEY_BITS = 38;
    private static final int PERSON_BITS = 24;
    private static final long PERSONS = CAPACITY - 1L;

    /** How many are looked at: whoever has only frequent keys in common is left out. */
    static final int MAX_CANDIDATES = 1500;

    /** Sorted again when what was added is a sixteenth of what is sorted. */
    private static final int PARTS = 16;

    private final List<@Nullable PersonEntry> people = new ArrayList<>();

    /** By person, {@link EntrySieve#facts}; longer than there are people. */
    private long[] facts = {};

    private SortedKeys sorted = SortedKeys.of(new long[0]);
    private final TreeSet<Long> added = new TreeSet<>();

    /**
     * Whom an entry may be about.
     *
     * @param people numbers, rising
     * @param isCut whether more have something in common with it than are looked at
     */
    public record Found(List<Integer> people, boolean isCut) {

        public Found {
            people = List.copyOf(people);
        }
    }

    /**
     * Whom an entry is or may be about.
     *
     * @param people the heaviest first
     * @param compared how many were looked at
     * @param isCut whether more have something in common with it than are looked at
     */
    public record Weighed(List<Candidate> people, int compared, boolean isCut) {

        public Weighed {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody.
     *
     * @param person their number
     * @param weight what {@link Matcher#total} says of the two
     */
    public record Candidate(int person, double weight) {}

    /** With nobody in it. */
    public StandingIndex() {}

    /** Takes many at once, which is faster than one by one. */
    public static StandingIndex of(List<PersonEntry> entries) {
        var index = new StandingIndex();
        index.room(entries.size());
        var keys =
                entries.parallelStream()
                        .map(BlockingKeys::stored)
                        .map(each -> each.stream().mapToLong(Long::longValue).toArray())
                        .toList();
        index.people.addAll(entries);
        index.facts = entries.stream().mapToLong(EntrySieve::facts).toArray();
        var all = new long[keys.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (int person = 0; person < keys.size(); person++) {
            for (long key : keys.get(person)) {
                all[at++] = place(key, person);
            }
        }
        index.sorted = SortedKeys.of(all);
        return index;
    }

    /**
     * Takes one more.
     *
     * @return their number
     * @throws IllegalStateException if it holds {@link #CAPACITY} already
     */
    public int add(PersonEntry entry) {
        room(1);
        int person = people.size();
        people.add(entry);
        if (person == facts.length) {
            facts = Arrays.copyOf(facts, person + person / 2 + PARTS);
        }
        facts[person] = EntrySieve.facts(entry);
        BlockingKeys.stored(entry).forEach(key -> added.add(place(key, person)));
        if (added.size() > sorted.size() / PARTS + CAPACITY / PARTS / PARTS / PARTS) {
            sort();
        }
        return person;
    }

    private void room(int more) {
        if (people.size() + more > CAPACITY) {
            throw new IllegalStateException("holds " + people.size() + " and takes no " + more);
        }
    }

    private void sort() {
        sorted = sorted.with(added.stream().mapToLong(Long::longValue).toArray());
        added.clear();
    }

    /** Forgets somebody: nothing of them is left, not even a key. */
    public void erase(int person) {
        var entry = people.get(person);
        if (entry == null) {
            return;
        }
        people.set(person, null);
        facts[person] = 0;
        added.removeIf(each -> (each & PERSONS) == person);
        sorted = sorted.without(each -> (each & PERSONS) == person);
    }

    /** Somebody; empty if they are erased. */
    public Optional<PersonEntry> person(int number) {
        return Optional.ofNullable(people.get(number));
    }

    /** How many numbers were given, those of erased people included. */
    public int size() {
        return people.size();
    }

    /** How many keys there are. */
    public int keys() {
        return sorted.size() + added.size();
    }

    /** Whom an entry may be about: by the rarest key first, until there is enough to look at. */
    public Found find(PersonEntry entry) {
        var found = new FoundPeople(MAX_CANDIDATES);
        boolean isCut = look(entry, found);
        return new Found(found.rising(), isCut);
    }

    /**
     * Whom an entry is about or may be about: everybody that {@link #find} finds who does not weigh
     * less than a matcher's {@code ask}.
     */
    public Weighed weigh(PersonEntry entry, Matcher matcher) {
        var found = new FoundPeople(MAX_CANDIDATES);
        boolean isCut = look(entry, found);
        var sieve = new EntrySieve(entry, matcher, matcher.thresholds().ask());
        var weighed = new ArrayList<Candidate>();
        for (int i = 0; i < found.size(); i++) {
            int person = found.get(i);
            var other = sieve.mayReach(facts[person]) ? people.get(person) : null;
            double weight = other == null ? Double.NEGATIVE_INFINITY : sieve.total(other);
            if (weight > Double.NEGATIVE_INFINITY) {
                weighed.add(new Candidate(person, weight));
            }
        }
        weighed.sort(
                Comparator.comparingDouble(Candidate::weight)
                        .reversed()
                        .thenComparingInt(Candidate::person));
        return new Weighed(weighed, found.size(), isCut);
    }

    /** Whether it was cut. */
    private boolean look(PersonEntry entry, FoundPeople found) {
        var ranges = new ArrayList<Range>();
        for (long key : BlockingKeys.sought(entry)) {
            long from = place(key, 0);
            long end = from + PERSONS + 1;
            var recent = added.isEmpty() ? added : added.subSet(from, end);
            int first = sorted.position(from);
            var range = new Range(first, sorted.end(first, end), recent);
            if (range.size() > 0) {
                ranges.add(range);
            }
        }
        ranges.sort(Comparator.comparingInt(Range::size));
        for (var range : ranges) {
            if (found.size() + range.size() > MAX_CANDIDATES) {
                return true;
            }
            for (int i = range.first(); i < range.end(); i++) {
                found.add((int) (sorted.get(i) & PERSONS));
            }
            range.recent().forEach(each -> found.add((int) (each & PERSONS)));
        }
        return false;
    }

    /** Who has one key: from a place among the sorted to before another, and more since. */
    private record Range(int first, int end, SortedSet<Long> recent) {

        int size() {
            return end - first + recent.size();
        }
    }

    /** Positive, so that the order of numbers is that of keys. */
    private static long place(long key, int person) {
        return ((key >>> (64 - KEY_BITS)) << PERSON_BITS) | person;
    }
}
