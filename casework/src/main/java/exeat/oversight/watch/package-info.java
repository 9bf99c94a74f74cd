/**
 * Watchers: what nobody reports, found from times and outcomes alone. They read no name and no
 * fact, and what they find is an alarm for the level that must act, never a judgement on anybody.
 *
 * <p>Each watcher is a stated test with an exact or bounded error, and all looks at all units share
 * one budget of false alarms a month: see {@code docs/decisions/090-watchers.md}.
 */
@NullMarked
package exeat.oversight.watch;

import org.jspecify.annotations.NullMarked;
