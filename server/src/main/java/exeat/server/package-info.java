/**
 * The server as a process: its command, what it starts and stops, and how it is watched.
 *
 * <p>Read {@code Startup} first: it opens the office, lets time pass in it and closes it. Health,
 * metrics, traces and the form of the log are here too; pages and the JSON interface are not.
 */
@NullMarked
package exeat.server;

import org.jspecify.annotations.NullMarked;
