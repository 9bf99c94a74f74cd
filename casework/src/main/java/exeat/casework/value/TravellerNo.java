package exeat.casework.value;

/**
 * A person's place in an application: 1 and up for travellers, in the order in which they were
 * entered; 0 for a principal who does not travel.
 */
public record TravellerNo(int number) implements Comparable<TravellerNo> {

    public static final TravellerNo PRINCIPAL = new TravellerNo(0);

    public TravellerNo {
        if (number < 0) {
            throw new IllegalArgumentException("a traveller's number is negative: " + number);
        }
    }

    @Override
    public int compareTo(TravellerNo other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
