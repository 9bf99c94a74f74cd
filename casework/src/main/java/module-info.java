/**
 * The life cycles of applications and directives, and what the levels above see of them. Pure; uses
 * {@code exeat.rules}.
 *
 * <p>Exports commands, events, states, access rules and the two functions of the lifecycle. The
 * rules and folds of each stream are internal.
 */
module exeat.casework {
    requires transitive exeat.rules;
    requires static org.jspecify;

    exports exeat.casework;
    exports exeat.casework.access;
    exports exeat.casework.command;
    exports exeat.casework.decide;
    exports exeat.casework.event;
    exports exeat.casework.notice;
    exports exeat.casework.state;
    exports exeat.casework.value;
    exports exeat.casework.appearance;
    exports exeat.casework.value.appearance;
    exports exeat.casework.value.birth;
    exports exeat.casework.value.fee;
    exports exeat.oversight;
    exports exeat.oversight.watch;
}
