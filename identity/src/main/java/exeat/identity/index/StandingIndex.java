package exeat.identity.index;

import exeat.identity.match.PersonEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A register in memory that finds whom an entry may be about. Keys are numbers in one sorted array,
 * the upper {@value #KEY_BITS} bits a key and the others whose it is; what was added since stands
 * beside it until there is enough to sort again.
 *
 * <p>Whoever holds it owns it: it is not to be changed and asked by two threads at once; asking
 * alone is safe. Nothing is kept anywhere else, so a crash loses it, and it is built again.
 */
public final class StandingIndex {

    /** The most people that it can hold. */
    public static final int CAPACITY = 1 << 24;

    private static final int KEY_BITS = 39;
    private static final int PERSON_BITS = 24;
    private static final long PERSONS = CAPACITY - 1L;

    /** How many are looked at: whoever has only frequent keys in common is left out. */
    private static final int MOST = 600;

    /** Sorted again when what was added is a sixteenth of what is sorted. */
    private static final int PARTS = 16;

    private final List<@Nullable PersonEntry> people = new ArrayList<>();
    private long[] sorted = {};
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
        index.sorted = new long[keys.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (int person = 0; person < keys.size(); person++) {
            for (long key : keys.get(person)) {
                index.sorted[at++] = place(key, person);
            }
        }
        Arrays.parallelSort(index.sorted);
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
        BlockingKeys.stored(entry).forEach(key -> added.add(place(key, person)));
        if (added.size() > sorted.length / PARTS + CAPACITY / PARTS / PARTS / PARTS) {
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
        var all = Arrays.copyOf(sorted, sorted.length + added.size());
        int at = sorted.length;
        for (long each : added) {
            all[at++] = each;
        }
        Arrays.parallelSort(all);
        sorted = all;
        added.clear();
    }

    /** Forgets somebody: nothing of them is left, not even a key. */
    public void erase(int person) {
        var entry = people.get(person);
        if (entry == null) {
            return;
        }
        people.set(person, null);
        added.removeIf(each -> (each & PERSONS) == person);
        sorted = Arrays.stream(sorted).filter(each -> (each & PERSONS) != person).toArray();
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
        return sorted.length + added.size();
    }

    /** Whom an entry may be about: by the rarest key first, until there is enough to look at. */
    public Found find(PersonEntry entry) {
        var ranges = new ArrayList<Range>();
        for (long key : BlockingKeys.sought(entry)) {
            long from = place(key, 0);
            long to = from + PERSONS;
            var recent = added.isEmpty() ? added : added.subSet(from, true, to, true);
            var range = new Range(position(from), position(to + 1), recent);
            if (range.size() > 0) {
                ranges.add(range);
            }
        }
        ranges.sort(Comparator.comparingInt(Range::size));
        Set<Integer> found = new HashSet<>();
        for (var range : ranges) {
            if (found.size() + range.size() > MOST) {
                return new Found(found.stream().sorted().toList(), true);
            }
            for (int i = range.first(); i < range.end(); i++) {
                found.add((int) (sorted[i] & PERSONS));
            }
            range.recent().forEach(each -> found.add((int) (each & PERSONS)));
        }
        return new Found(found.stream().sorted().toList(), false);
    }

    /** Who has one key: from a place in the sorted array to before another, and more since. */
    private record Range(int first, int end, SortedSet<Long> recent) {

        int size() {
            return end - first + recent.size();
        }
    }

    private int position(long value) {
        int at = Arrays.binarySearch(sorted, value);
        return at < 0 ? -at - 1 : at;
    }

    /** Positive, so that the order of numbers is that of keys. */
    private static long place(long key, int person) {
        return ((key >>> (64 - KEY_BITS)) << PERSON_BITS) | person;
    }
}
