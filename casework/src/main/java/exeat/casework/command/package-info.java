/**
 * What somebody asks for, one file a stream; who asks, under what, and how they are answered.
 *
 * <p>Read {@code Command}, {@code Actor} and {@code Context} first: a command is answered by a
 * {@code Response}, and a {@code Check} is the chain of conditions before it. No rule of any stream
 * is here.
 */
@NullMarked
package exeat.casework.command;

import org.jspecify.annotations.NullMarked;
