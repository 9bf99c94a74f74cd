/**
 * The rules for issues about a paragraph, reports of a unit, and alarms of a watcher, which all go
 * up the line.
 *
 * <p>Each has a level that must answer by a day, and goes to the one above when it does not; read
 * the issue first. It knows nothing of applications, and nothing follows from an alarm by itself.
 */
@NullMarked
package exeat.casework.upward;

import org.jspecify.annotations.NullMarked;
