package exeat.identity.index;

import java.util.Arrays;
import java.util.List;

/** Numbers of people, each once, in the order in which they were found. */
final class FoundPeople {

    private static final int FACTOR = 0x9E3779B9;

    private final int[] people;
    private int size;

    /** By hash the number and one; 0 where there is none. At most half of it is used. */
    private final int[] slots;

    private final int shift;

    /** Has room for a number of people. */
    FoundPeople(int most) {
        people = new int[most];
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, most));
        slots = new int[1 << bits];
        shift = 32 - bits;
    }

    int size() {
        return size;
    }

    int get(int position) {
        return people[position];
    }

    void add(int person) {
        int slot = (person * FACTOR) >>> shift;
        while (slots[slot] != 0) {
            if (slots[slot] == person + 1) {
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = person + 1;
        people[size++] = person;
    }

    List<Integer> rising() {
        return Arrays.stream(people, 0, size).sorted().boxed().toList();
    }
}
