/**
 * Runs the real command line in this process: what it prints is held beside the test, in files that
 * {@code exeat golden} writes anew.
 */
@NullMarked
package exeat.tool;

import org.jspecify.annotations.NullMarked;
