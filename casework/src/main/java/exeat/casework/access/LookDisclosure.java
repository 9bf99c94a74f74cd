package exeat.casework.access;

import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a traveller is told of officers who opened their case. A unit that protects opens it because
 * somebody claimed protection: those who may not know of the claim are not told, also where their
 * own name stood beside it.
 */
public final class LookDisclosure {

    private LookDisclosure() {}

    /**
     * Whether a unit opens this case because of claims to protection alone: it protects, and has
     * nothing to do for anybody else in it.
     *
     * @param claiming the travellers of whose claims the reader may not know
     */
    public static boolean isForClaims(
            CaseState state, Set<TravellerNo> claiming, AuthorityId unit, AuthorityTree tree) {
        return !claiming.isEmpty()
                && tree.find(unit).filter(of -> of.plays(Role.PROTECTS)).isPresent()
                && state.travellers().values().stream()
                        .filter(t -> !claiming.contains(t.no()))
                        .noneMatch(t -> hasToDo(state, t, unit, tree));
    }

    private static boolean hasToDo(
            CaseState state, TravellerState t, AuthorityId unit, AuthorityTree tree) {
        return Past.hears(t, unit)
                || InvolvedUnits.isWorking(state, t, unit, tree)
                || t.askedInPerson().stream().anyMatch(one -> one.unit().equals(unit))
                || state.handling()
                        .secret(t.no())
                        .map(SecretRequest::unit)
                        .filter(unit::equals)
                        .isPresent();
    }

    /**
     * The travellers whose facts are a party's to know: their own, and those of the minors whom
     * they see whole.
     */
    public static SortedSet<TravellerNo> concerned(CaseState state, Actor.Party party) {
        var concerned = new TreeSet<TravellerNo>();
        for (var t : state.travellers().values()) {
            if (Visibility.of(state, t).parties().contains(party.no())) {
                concerned.add(t.no());
            }
        }
        return Collections.unmodifiableSortedSet(concerned);
    }
}
