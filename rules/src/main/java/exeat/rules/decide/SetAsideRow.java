package exeat.rules.decide;

/** A ground on which two officers may set aside what this route approves in general. */
public record SetAsideRow(String ground, String route) {}
