package exeat.desk.write;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityTree;
import java.time.Instant;
import java.util.Optional;

/**
 * The version of a stream as an actor is told it, and names it again: without the steps of which
 * they are told nothing, or a claim to protection would show in it; see {@code Past}.
 */
record ToldVersion(Actor actor, Directive directive, AuthorityTree tree, Instant now) {

    /**
     * A version as it is told.
     *
     * @param state the stream as it is now
     * @param stored the sequence of an event in it
     */
    long of(Optional<State> state, long stored) {
        if (!(state.orElse(null) instanceof CaseState c)
                || c.travellers().values().stream().allMatch(t -> t.protection().isEmpty())) {
            return stored;
        }
        var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
        return Disclosure.view(c, actor, tree, today, now)
                .map(seen -> seen.past().version(stored))
                .orElse(stored);
    }
}
