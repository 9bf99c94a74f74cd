/**
 * Random cases, played through the rules of casework and through a simpler model of them.
 *
 * <p>{@code RandomCommands} and {@code HelpfulCommands} choose what is tried, {@code Simulation}
 * plays it, and {@code Model} says what must come of it. {@code LifeSimulatorTest} plays some at
 * each build, and {@code ./exeat simulate} as many as are asked for.
 */
@NullMarked
package exeat.casework.simulator;

import org.jspecify.annotations.NullMarked;
