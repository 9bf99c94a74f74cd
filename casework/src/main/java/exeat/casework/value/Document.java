package exeat.casework.value;

/**
 * A document that a traveller named: its kind and number. No image is stored.
 *
 * @param kind one of the directive's documents
 * @param reference its number, or where it can be seen
 */
public record Document(String kind, String reference) {}
