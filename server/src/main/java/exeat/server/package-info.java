/**
 * The server process: its command line, start and stop, and monitoring.
 *
 * <p>Read {@code Startup} first: it opens the office, runs its clock and closes it. Health,
 * metrics, traces and the log format are here too; pages and the JSON API are not.
 */
@NullMarked
package exeat.server;

import org.jspecify.annotations.NullMarked;
