package exeat.casework.decide;

import exeat.casework.state.TravellerState;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a minor still lacks before a paper can be issued, or used. */
public enum MissingSafeguard {
    /** Somebody with parental responsibility has not agreed, and no court has in their place. */
    CONSENT,
    /** The child has not been heard. */
    HEARING,
    /** Nobody with parental responsibility travels, and nobody is named who goes with the child. */
    COMPANION,
    /**
     * Nobody with parental responsibility travels, and nobody assessed what is best for the child.
     */
    ASSESSMENT;

    /**
     * What is missing for a minor; empty once everything is there.
     *
     * @param named all travellers of the application, by whom guardians are recognised
     * @param travels whether a traveller of the application counts as travelling along
     */
    public static Set<MissingSafeguard> of(
            TravellerState minor, List<Traveller> named, Predicate<TravellerNo> travels) {
        var missing = EnumSet.noneOf(MissingSafeguard.class);
        if (!isConsented(minor, named)) {
            missing.add(CONSENT);
        }
        if (!has(minor, Safeguard.Heard.class)) {
            missing.add(HEARING);
        }
        boolean accompanied =
                minor.traveller().guardians().stream()
                        .flatMap(guardian -> guardian.party().stream())
                        .anyMatch(travels);
        if (!accompanied && !has(minor, Safeguard.GuardianNamed.class)) {
            missing.add(COMPANION);
        }
        if (!accompanied && !has(minor, Safeguard.BestInterests.class)) {
            missing.add(ASSESSMENT);
        }
        return missing;
    }

    /** Whether a person with parental responsibility is going, or can still go. */
    public static boolean isTravelling(TravellerState guardian) {
        return switch (guardian.stage()) {
            case UNCONFIRMED, UNANSWERED, REFERRED, APPROVED, AUTHORISED, DEPARTED, CLOSED -> true;
            case SET_ASIDE, REVOKED, REFUSED, WITHDRAWN -> false;
        };
    }

    /** Whether everyone with parental responsibility agreed, or a court did in their place. */
    public static boolean isConsented(TravellerState minor, List<Traveller> named) {
        var guardians = minor.traveller().guardians();
        return has(minor, Safeguard.Court.class)
                || IntStream.range(0, guardians.size()).allMatch(i -> isConsented(minor, i, named));
    }

    private static boolean isConsented(TravellerState minor, int guardian, List<Traveller> named) {
        var guardians = minor.traveller().guardians();
        return minor.safeguards().stream()
                .anyMatch(met ->
                        met instanceof Safeguard.Consent(int given, _)
                                && GuardianRules.isSame(given, guardian, guardians, named));
    }

    private static boolean has(TravellerState state, Class<? extends Safeguard> kind) {
        return state.safeguards().stream().anyMatch(kind::isInstance);
    }
}
