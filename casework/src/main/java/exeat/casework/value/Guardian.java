package exeat.casework.value;

import java.util.Optional;

/**
 * Somebody who has parental responsibility for a minor.
 *
 * @param name as the application gives it
 * @param party their number when they are in this application (0 for the principal); they then
 *     consent with their own secret, and otherwise by a document that an officer records
 */
public record Guardian(String name, Optional<TravellerNo> party) {}
