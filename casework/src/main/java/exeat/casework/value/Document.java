package exeat.casework.value;

/**
 * A document that a traveller named: its kind and number. No image is stored.
 *
 * @param kind one of the directive's documents
 * @param reference its number, or where it can be seen
 */
public record Document(String kind, String reference) {

    /** The most characters (UTF-16) of a reference, at every door. */
    public static final int MAX_REFERENCE = 200;

    /** Whether it is as short as doors allow. Applies to input only, not to what is stored. */
    public boolean fits() {
        return reference.length() <= MAX_REFERENCE;
    }
}
