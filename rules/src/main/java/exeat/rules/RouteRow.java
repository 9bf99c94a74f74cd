package exeat.rules;

import java.util.Optional;

/** A rule of the table of routes. */
record RouteRow(
        Outcome outcome, Ground ground, Optional<String> instrument, boolean instrumentHeld) {}
