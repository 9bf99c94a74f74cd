/**
 * The files of a pack: each has a reader, they are checked against one another, and the tables are
 * compiled.
 *
 * <p>Read {@link exeat.rules.pack.PackFiles} for what they are, then {@link
 * exeat.rules.pack.ModelCompiler} for how rules become sets of bits; every problem is listed by
 * file and line, not just the first. It knows no directive: {@code exeat.rules.PackLoader} puts
 * together what is read here.
 */
@NullMarked
package exeat.rules.pack;

import org.jspecify.annotations.NullMarked;
