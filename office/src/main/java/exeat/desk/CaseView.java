package exeat.desk;

import exeat.casework.State;

/**
 * A case as its reader may see it: what they may not is not in it.
 *
 * @param version the number of its last event
 */
public record CaseView(State.CaseState state, long version) {}
