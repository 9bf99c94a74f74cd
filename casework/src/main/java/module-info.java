/**
 * The life of an application and of a directive in force, and what the levels above see of it:
 * pure, over {@code exeat.rules}.
 *
 * <p>Exported is what may be said and read: commands, events, states, who sees what, and the two
 * functions of the lifecycle. The rules of each stream and the folds of events are nobody else's.
 */
module exeat.casework {
    requires transitive exeat.rules;
    requires static org.jspecify;

    exports exeat.casework;
    exports exeat.casework.access;
    exports exeat.casework.command;
    exports exeat.casework.decide;
    exports exeat.casework.event;
    exports exeat.casework.state;
    exports exeat.casework.value;
    exports exeat.oversight;
    exports exeat.oversight.watch;
}
