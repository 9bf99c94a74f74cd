/**
 * Applications over the JSON interface: filed one by one or in a file, read back as the session may
 * see them, and acted on by travellers and officers.
 *
 * <p>Read {@code ApplicationsApi} first, then {@code TravellerApi} and {@code OfficersApi}. What
 * may be seen was settled by the office before it came here; bodies only write it down.
 */
@NullMarked
package exeat.api.application;

import org.jspecify.annotations.NullMarked;
