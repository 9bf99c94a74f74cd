package exeat.rules.canonical;

import java.util.List;
import java.util.Optional;

/**
 * The part of a form that decides.
 *
 * @param facts in the order in which a form asks them; those of the pack that this one extends
 *     first
 * @param links those of every pack that this one extends first
 * @param outputs that Paper gives besides what every pack's does; those of the pack that this one
 *     extends first
 * @param decisions Route, Clearances, Paper, Set-aside grounds, Documents, those that there are, in
 *     this order
 */
public record FormRules(
        List<FormFact> facts,
        List<FormLink> links,
        List<FormOutput> outputs,
        List<FormDecision> decisions) {

    public static final String ROUTE = "Route";
    public static final String CLEARANCES = "Clearances";
    public static final String PAPER = "Paper";
    public static final String SET_ASIDE = "Set-aside grounds";
    public static final String DOCUMENTS = "Documents";

    /** The decisions in the form's order. */
    public static final List<String> ORDER =
            List.of(ROUTE, CLEARANCES, PAPER, SET_ASIDE, DOCUMENTS);

    public FormRules {
        facts = List.copyOf(facts);
        links = List.copyOf(links);
        outputs = List.copyOf(outputs);
        decisions = List.copyOf(decisions);
    }

    public Optional<FormFact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** The decision of this name; empty where the pack does not have it. */
    public Optional<FormDecision> decision(String name) {
        return decisions.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
