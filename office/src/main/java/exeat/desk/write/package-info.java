/**
 * The write path: a command comes in, is decided with others in one batch, and is answered after
 * the commit.
 *
 * <p>Begin with {@code Desk.handle}, then {@code Writer}, {@code BatchRunner} and {@code
 * BatchDecider}. There is no other way to write; nothing here knows pages or reports, and a
 * report's figures are handed in as a function.
 */
@NullMarked
package exeat.desk.write;

import org.jspecify.annotations.NullMarked;
