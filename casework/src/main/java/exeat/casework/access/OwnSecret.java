package exeat.casework.access;

import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.access.Disclosure.Whole;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.SecretRequest;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What the secret is good for with which somebody reads a case. A secret that two officers handed
 * over is proved to be its person's; one that came with a filing has no power over what others did.
 *
 * @param isProved whether it can erase; false for readers who have no secret
 * @param objectable the requests for secrets to which it can object, of those that its holder sees
 */
public record OwnSecret(boolean isProved, Set<SecretRequest> objectable) {

    /** The secret of somebody who is not a person of the case. */
    private static final OwnSecret NONE = new OwnSecret(false, Set.of());

    public OwnSecret {
        objectable = Set.copyOf(objectable);
    }

    /** Judged by what the holder is shown: by nothing that is kept from them. */
    static OwnSecret of(
            CaseState state,
            Actor actor,
            SortedMap<TravellerNo, TravellerSeen> seen,
            AuthorityTree tree,
            Instant now) {
        if (!(actor instanceof Actor.Party party)) {
            return NONE;
        }
        boolean proved = state.handling().isProved(party.no(), now);
        boolean identified =
                Optional.ofNullable(seen.get(party.no()))
                        .filter(shown ->
                                shown instanceof Whole(var t)
                                        && IdentityDoubt.isIdentified(t, tree))
                        .isPresent();
        return new OwnSecret(
                proved,
                state.handling().secrets().stream()
                        .filter(one -> mayObject(one, tree, proved, identified))
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether a holder may object to another secret: to one that a counter makes also once the
     * person was seen by who establishes identity, for two officers may agree on anybody; never to
     * one that a protecting unit makes, or nobody could be rid of a person who filed for them.
     *
     * @param proved whether the holder's own secret is proved
     * @param identified whether who establishes identity has seen the holder
     */
    public static boolean mayObject(
            SecretRequest request, AuthorityTree tree, boolean proved, boolean identified) {
        boolean atCounter =
                tree.find(request.unit()).filter(unit -> !unit.plays(Role.PROTECTS)).isPresent();
        return proved || (atCounter && identified);
    }
}
