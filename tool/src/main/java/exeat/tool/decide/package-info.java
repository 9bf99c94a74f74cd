/**
 * The commands over packs alone: decide, explain, ask, prove, compare, and the public kit of DMN;
 * each with the text or JSON that it prints.
 *
 * <p>Start with {@code DecideCommand}. They run without a database, an office or the casework on
 * the class path, and a test holds them to it.
 */
@NullMarked
package exeat.tool.decide;

import org.jspecify.annotations.NullMarked;
