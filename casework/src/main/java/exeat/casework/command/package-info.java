/**
 * Commands, one file for each stream: who asks, under which directive, and the response.
 *
 * <p>Read {@code Command}, {@code Actor} and {@code Context} first: a command is answered by a
 * {@code Response}, and a {@code Check} is the chain of conditions before it. No rule of any stream
 * is here.
 */
@NullMarked
package exeat.casework.command;

import org.jspecify.annotations.NullMarked;
