/**
 * What every command uses: input and output, exit status, help, progress, and finding packs by
 * name.
 *
 * <p>Read {@code Io} first. It knows no command, no office and no casework.
 */
@NullMarked
package exeat.tool.cli;

import org.jspecify.annotations.NullMarked;
