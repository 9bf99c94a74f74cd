/**
 * The rules of an application, from filing to the crossing and to its erasure: what each command
 * does, who may give it, and what time does by itself.
 *
 * <p>There is a class for each step, with a chain of checks and then the events; start with {@code
 * CaseRules}, which has the checks for all commands. Acts against a traveller take two officers, a
 * machine never refuses, and what events change is in {@code evolve}.
 */
@NullMarked
package exeat.casework.application;

import org.jspecify.annotations.NullMarked;
