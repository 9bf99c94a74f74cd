package exeat.casework.value;

import java.util.Optional;

/**
 * Somebody who has parental responsibility for a minor.
 *
 * @param name as given in the application; of somebody in it, the name that they gave there
 * @param party their number if they are in this application (0 for the principal), in which case
 *     they consent with their own secret; otherwise an officer records a document
 */
public record Guardian(String name, Optional<TravellerNo> party) {

    /** The most characters (UTF-16) of a name, at every door: both parts of one. */
    public static final int MAX_NAME = 2 * PersonName.MAX_PART;

    /**
     * Whether it can be taken: short enough, and there unless somebody of the application is meant.
     */
    public boolean isNamed() {
        return name.length() <= MAX_NAME && (party.isPresent() || !name.isBlank());
    }
}
