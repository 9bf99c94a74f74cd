package exeat.desk.projection;

import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.rules.Directive;
import exeat.store.key.Vault;
import java.time.Instant;
import java.util.Optional;

/**
 * A stream as earlier commands left it.
 *
 * @param last when its last event happened; before it there is nothing to come after
 * @param derived what is worked out of a case, once that was needed; of no other stream
 */
public record LoadedStream(
        Optional<State> state,
        long version,
        Instant last,
        Directive directive,
        Vault.StreamKey key,
        Optional<Projections> derived) {

    /** Within one stream time does not go back, whatever a clock says. */
    public Instant time(Instant now) {
        return now.isBefore(last) ? last : now;
    }

    /** The stream with its derived data. */
    public LoadedStream withProjections() {
        return derived.isPresent() || !(state.orElse(null) instanceof CaseState c)
                ? this
                : new LoadedStream(
                        state,
                        version,
                        last,
                        directive,
                        key,
                        Optional.of(Projections.of(c, directive)));
    }

    /** Once it is written, and its keys with it. */
    public LoadedStream kept() {
        return new LoadedStream(state, version, last, directive, key.kept(), derived);
    }
}
