package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import java.util.List;
import java.util.Optional;

/**
 * What a principal files.
 *
 * @param number the public reference, such as {@code EX-7K3M-9Q2P}: random, never counted up
 * @param principal the name of whoever files, if they do not travel themselves; else they are
 *     traveller 1
 * @param enteredBy the unit that entered it, for {@link Channel#OFFICE} and {@link Channel#CSV}
 */
public record Application(
        String number,
        Channel channel,
        Optional<PersonName> principal,
        Optional<AuthorityId> enteredBy,
        List<Traveller> travellers) {

    /** Through which door it came. */
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

    public Application {
        travellers = List.copyOf(travellers);
        if (travellers.isEmpty()) {
            throw new IllegalArgumentException("an application without travellers");
        }
    }
}
