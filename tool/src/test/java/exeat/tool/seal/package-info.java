/**
 * How well codes are read, and how fast seals are verified.
 *
 * <p>Begin with {@code SealReadersBench}, which {@code exeat bench seals} runs; {@code
 * CodeReaderTest} holds what it found. Other people's readers are asked where they are installed.
 */
@NullMarked
package exeat.tool.seal;

import org.jspecify.annotations.NullMarked;
