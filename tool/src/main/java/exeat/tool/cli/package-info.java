/**
 * What every command stands on: where it reads and writes, its exit status, help, progress, and the
 * packs that a name can mean.
 *
 * <p>Read {@code Io} first. It knows no command, no office and no casework.
 */
@NullMarked
package exeat.tool.cli;

import org.jspecify.annotations.NullMarked;
