package exeat.casework.decide;

import exeat.casework.value.Application;
import exeat.casework.value.Guardian;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A holder of parental responsibility counts once, however often an application names them. */
public final class GuardianRules {

    private GuardianRules() {}

    /**
     * The application with each guardian who is in it under their own name: the person who agreed
     * is the one whose secret was used, whatever name was typed.
     */
    public static Application named(Application application) {
        return new Application(
                application.number(),
                application.channel(),
                application.principal(),
                application.enteredBy(),
                application.travellers().stream()
                        .map(t ->
                                t.withGuardians(
                                        t.guardians().stream()
                                                .map(g -> named(g, application))
                                                .toList()))
                        .toList());
    }

    private static Guardian named(Guardian guardian, Application application) {
        return guardian.party()
                .flatMap(party ->
                        party.equals(TravellerNo.PRINCIPAL)
                                ? application.principal()
                                : application.travellers().stream()
                                        .filter(t -> t.no().equals(party))
                                        .map(Traveller::name)
                                        .findFirst())
                .map(name -> new Guardian(name.full(), guardian.party()))
                .orElse(guardian);
    }

    /** Whether somebody is named twice, in so far as an application can tell. */
    public static boolean isAnyTwice(List<Guardian> guardians, List<Traveller> travellers) {
        boolean alike = false;
        for (int one = 0; one < guardians.size(); one++) {
            for (int other = 0; other < one; other++) {
                alike |= isSame(one, other, guardians, travellers);
            }
        }
        var names = new HashSet<String>();
        guardians.stream()
                .flatMap(guardian -> guardian.party().stream())
                .flatMap(party -> travellers.stream().filter(t -> t.no().equals(party)))
                .forEach(t -> names.add(plain(t.name().full())));
        return alike
                || !guardians.stream()
                        .filter(guardian -> guardian.party().isEmpty())
                        .allMatch(guardian -> names.add(plain(guardian.name())));
    }

    /** Whether two of a child's guardians, by their places in the list, are one person. */
    public static boolean isSame(
            int one, int other, List<Guardian> guardians, List<Traveller> travellers) {
        return one == other
                || (isThere(one, guardians)
                        && isThere(other, guardians)
                        && isSame(guardians.get(one), guardians.get(other), travellers));
    }

    private static boolean isThere(int index, List<Guardian> guardians) {
        return index >= 0 && index < guardians.size();
    }

    /**
     * Two of one name who can be born on one day are one; of those outside the application only the
     * name is known.
     */
    private static boolean isSame(Guardian one, Guardian other, List<Traveller> travellers) {
        if (one.party().isPresent() != other.party().isPresent()) {
            return false;
        }
        return one.party().isEmpty()
                ? plain(one.name()).equals(plain(other.name()))
                : isSame(one.party().get(), other.party().get(), travellers);
    }

    private static boolean isSame(TravellerNo one, TravellerNo other, List<Traveller> travellers) {
        var first = traveller(one, travellers);
        var second = traveller(other, travellers);
        return one.equals(other)
                || (first.isPresent()
                        && second.isPresent()
                        && plain(first.get().name().full())
                                .equals(plain(second.get().name().full()))
                        && first.get().birthDate().mayBe(second.get().birthDate()));
    }

    private static Optional<Traveller> traveller(TravellerNo party, List<Traveller> travellers) {
        return travellers.stream().filter(t -> t.no().equals(party)).findFirst();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
