package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import java.util.List;
import java.util.Optional;

/**
 * What a principal files.
 *
 * @param number the public reference, such as {@code EX-7K3M-9Q2P}: random, never counted up
 * @param principal the name of the person who files, if they do not travel; otherwise they are
 *     traveller 1
 * @param enteredBy the unit that entered it, for {@link Channel#OFFICE} and {@link Channel#CSV}
 */
public record Application(
        String number,
        Channel channel,
        Optional<PersonName> principal,
        Optional<AuthorityId> enteredBy,
        List<Traveller> travellers) {

    /** The channel through which it was filed. */
    public enum Channel implements StoredWord {
        /** The web form, by the principal. */
        WEB("WEB"),
        /** The JSON interface. */
        API("API"),
        /** A file of rows. */
        CSV("CSV"),
        /** An officer at a counter. */
        OFFICE("OFFICE");

        private final String stored;

        Channel(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /**
     * The person whose secret is given to the one who files: the principal, or the first traveller
     * without a guardian in the application. So nobody gets a child's secret by listing the child
     * first.
     */
    public static TravellerNo filer(Optional<PersonName> principal, List<Traveller> travellers) {
        return principal.isPresent()
                ? TravellerNo.PRINCIPAL
                : travellers.stream()
                        .filter(t -> t.guardians().stream().allMatch(g -> g.party().isEmpty()))
                        .map(Traveller::no)
                        .findFirst()
                        .orElse(new TravellerNo(1));
    }

    public Application {
        travellers = List.copyOf(travellers);
        if (travellers.isEmpty()) {
            throw new IllegalArgumentException("an application without travellers");
        }
    }
}
