package exeat.rules.decide;

import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import java.util.Optional;

/**
 * A rule of the table of routes.
 *
 * @param refuses whether it turns somebody down, which no rule of a pack that decides does; its
 *     outcome then stands for nothing
 */
public record RouteRow(
        Outcome outcome,
        boolean refuses,
        Ground ground,
        Optional<String> instrument,
        boolean instrumentHeld) {}
