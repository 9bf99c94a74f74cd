/**
 * The rules of an application, from filing to the crossing and to its erasure: what each command
 * does, who may give it, and what time does by itself.
 *
 * <p>One class for each step, each with a chain of checks and then the events. Start with {@code
 * CaseRules}, which has the checks for all commands. Acts against a traveller take two officers,
 * and a machine never refuses. What events change is in {@code evolve}.
 */
@NullMarked
package exeat.casework.application;

import org.jspecify.annotations.NullMarked;
