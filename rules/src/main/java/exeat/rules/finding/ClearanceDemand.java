package exeat.rules.finding;

import exeat.rules.authority.UnitFunction;

/**
 * A clearance that the procedure names.
 *
 * @param name such as {@code identity}; the key of its messages
 * @param function the function of the unit that does it
 * @param days the limit, in days from its opening
 * @param assumed whether the source text is silent on it, so that it is the pack's assumption
 */
public record ClearanceDemand(String name, UnitFunction function, int days, boolean assumed) {}
