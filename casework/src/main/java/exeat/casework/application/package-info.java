/**
 * The rules of an application, from filing to the crossing and to its erasure: what each command
 * does, who may give it, and what time does by itself.
 *
 * <p>One class a step of the road, each a chain of checks and then the events. Start where a
 * command comes in, with what holds for all of them; acts against a traveller take two officers
 * there, and a machine never refuses. What events change is not here.
 */
@NullMarked
package exeat.casework.application;

import org.jspecify.annotations.NullMarked;
