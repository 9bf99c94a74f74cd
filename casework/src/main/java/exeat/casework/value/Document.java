package exeat.casework.value;

/**
 * A document that a traveller named: what it is and its number. Its image is not stored.
 *
 * @param kind one of the directive's documents
 * @param reference its number, or where it can be seen
 */
public record Document(String kind, String reference) {}
