/**
 * Applications in the JSON API: filing them singly or in a file, reading what the session may see,
 * and the actions of travellers and officers.
 *
 * <p>Read {@code ApplicationsApi} first, then {@code TravellerApi} and {@code OfficersApi}. The
 * office has already removed what the session may not see; bodies only write the rest as JSON.
 */
@NullMarked
package exeat.api.application;

import org.jspecify.annotations.NullMarked;
