package exeat.casework.value;

import java.util.Optional;

/**
 * Somebody who has parental responsibility for a minor.
 *
 * @param name as given in the application; of somebody in it, the name that they gave there
 * @param party their number if they are in this application (0 for the principal), in which case
 *     they consent with their own secret; otherwise an officer records a document
 */
public record Guardian(String name, Optional<TravellerNo> party) {}
