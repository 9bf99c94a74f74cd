/**
 * Watchers look for unusual patterns in times and outcomes. They read no names and no facts; what
 * they find is an alarm for the level that must act, never a judgement.
 *
 * <p>Each watcher is a stated test with an exact or bounded error, and all looks at all units share
 * one budget of false alarms a month: see {@code docs/decisions/090-watchers.md}.
 */
@NullMarked
package exeat.oversight.watch;

import org.jspecify.annotations.NullMarked;
