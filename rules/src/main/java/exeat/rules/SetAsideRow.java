package exeat.rules;

/** A ground on which two officers may set aside what this route approves in general. */
record SetAsideRow(String ground, String route) {}
