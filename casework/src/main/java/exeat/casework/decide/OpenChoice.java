package exeat.casework.decide;

import exeat.rules.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a traveller can choose between while several directives bind, and none of their findings is
 * at least as good as the others.
 *
 * @param findings at least two, that of the case's own directive first if it is one of them
 * @param decidableFrom from this day an officer can approve without waiting for the choice, which
 *     stays open until one does; empty if no choice would approve the traveller
 */
public record OpenChoice(List<Finding> findings, Optional<LocalDate> decidableFrom) {

    public OpenChoice {
        findings = List.copyOf(findings);
        if (findings.size() < 2) {
            throw new IllegalArgumentException("a choice between " + findings.size());
        }
    }
}
