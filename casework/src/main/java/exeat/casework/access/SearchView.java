package exeat.casework.access;

import exeat.casework.access.Disclosure.Hidden;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a search shows of a case. It is what the officer would be shown of each traveller if nobody
 * had ever claimed protection: a claim changes no answer, because somebody who could not be found
 * any more would be known to have claimed.
 */
public final class SearchView {

    private SearchView() {}

    /** By what somebody can be looked for. */
    public enum By {
        /** The number of an application. */
        APPLICATION,
        /** The number of a travel paper. */
        PAPER,
        /** A name and the date of birth. */
        PERSON
    }

    /**
     * By what an officer may look for people; empty for everybody else. Units before whom people
     * stand look by name: those that hold files, establish identity or protect. A border post has
     * the paper before it, and looks by its number alone. Lawyers see no case.
     */
    public static Set<By> allowed(Actor actor, AuthorityTree tree) {
        if (!(actor instanceof Actor.Officer officer) || officer.lawyer()) {
            return Set.of();
        }
        return tree.find(officer.unit())
                .<Set<By>>map(SearchView::allowed)
                .map(Collections::unmodifiableSet)
                .orElse(Set.of());
    }

    private static Set<By> allowed(Authority unit) {
        boolean counter =
                unit.plays(Role.HOLDS_FILES)
                        || unit.plays(Role.ESTABLISHES_IDENTITY)
                        || unit.plays(Role.PROTECTS);
        if (counter) {
            return EnumSet.allOf(By.class);
        }
        return unit.plays(Role.RECORDS_A_CROSSING)
                ? EnumSet.of(By.PAPER)
                : EnumSet.of(By.APPLICATION, By.PAPER);
    }

    /** Each traveller as a search shows them to an officer. */
    public static SortedMap<TravellerNo, TravellerSeen> of(
            CaseState state, Actor.Officer officer, AuthorityTree tree) {
        var seen = new TreeMap<TravellerNo, TravellerSeen>();
        state.travellers()
                .forEach((no, t) ->
                        seen.put(
                                no,
                                state.erasure(no)
                                        .<TravellerSeen>map(Disclosure.Erased::new)
                                        .orElseGet(() -> one(state, t, officer, tree))));
        return seen;
    }

    private static TravellerSeen one(
            CaseState state, TravellerState t, Actor.Officer officer, AuthorityTree tree) {
        var before = t.isSuspended() ? Past.left(t) : t;
        var seen =
                state.handling().isRecused(officer.id(), t.no())
                        ? new Hidden()
                        : Disclosure.working(state, before.withoutLastView(), officer.unit(), tree);
        // Who hears somebody is told who it is, whether or not their unit had anything to do
        // before.
        return seen instanceof Hidden && Disclosure.isToHear(state, t, officer)
                ? new Disclosure.NameAndStage(t.traveller().name(), t.shownStage())
                : seen;
    }
}
