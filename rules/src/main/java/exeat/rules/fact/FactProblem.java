package exeat.rules.fact;

/**
 * A fact that a vocabulary rejects.
 *
 * @param message why, in plain English; it never holds the value
 */
public record FactProblem(FactName name, String message) {}
