package exeat.casework.access;

import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.state.Undoing;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which officers are told of what somebody asks for in person. To everybody else each answer is as
 * if there were nothing.
 */
public final class InPersonDisclosure {

    private InPersonDisclosure() {}

    /**
     * Whether an officer is told: their unit, or one below it in its line, was asked, and it
     * protects. Where it is to undo something, neither the units with a part in that, nor who ever
     * did such a thing, nor who is tied to them: they would learn where the person is.
     */
    public static boolean isTold(
            TravellerState t, InPersonRequest request, Actor.Officer officer, AuthorityTree tree) {
        return protects(officer, tree)
                && Mandate.mayAct(tree, officer.unit(), request.unit())
                && (request.against().isEmpty()
                        || (!isAgainst(t, request, officer, tree)
                                && Undoing.acted(t).stream().noneMatch(officer::isOrIsTiedTo)));
    }

    private static boolean protects(Actor.Officer officer, AuthorityTree tree) {
        return tree.find(officer.unit()).filter(of -> of.plays(Role.PROTECTS)).isPresent();
    }

    private static boolean isAgainst(
            TravellerState t, InPersonRequest request, Actor.Officer officer, AuthorityTree tree) {
        return t.protection().map(Protection::doneInPerson).orElse(List.<DoneInPerson>of()).stream()
                .filter(done -> request.undoes(done.request()))
                .anyMatch(done -> done.isOf(officer.unit(), tree));
    }

    /**
     * The request that each traveller's reader is told of; of two, the one that undoes something.
     */
    static SortedMap<TravellerNo, InPersonRequest> of(
            CaseState state, Actor actor, AuthorityTree tree) {
        var told = new TreeMap<TravellerNo, InPersonRequest>();
        if (actor instanceof Actor.Officer officer) {
            state.travellers().values().stream()
                    .filter(t -> state.erasure(t.no()).isEmpty())
                    .forEach(t ->
                            t.askedInPerson().reversed().stream()
                                    .filter(one -> isTold(t, one, officer, tree))
                                    .findFirst()
                                    .ifPresent(one -> told.put(t.no(), one)));
        }
        return told;
    }
}
