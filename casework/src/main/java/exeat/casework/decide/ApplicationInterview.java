package exeat.casework.decide;

import exeat.casework.command.Actor;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.value.Traveller;
import exeat.rules.Directive;
import exeat.rules.Interview.Step;
import exeat.rules.fact.FactName;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Chooses what a form still has to ask before an application is filed. */
public final class ApplicationInterview {

    private ApplicationInterview() {}

    /**
     * What to ask next of a traveller, with what the application itself shows and what they
     * declared so far.
     *
     * @param notKnown the facts for which they answered that they do not know
     */
    public static Step next(
            Directive directive, Traveller traveller, Set<FactName> notKnown, Instant now) {
        var context =
                new Context(
                        now,
                        directive,
                        new Actor.Stranger(),
                        Set.of(),
                        "",
                        DirectiveContext.of(directive));
        var facts = CaseFacts.of(context, traveller, traveller.declared(), context.today());
        // What is known in part, the application has said: nobody is asked their age.
        var notAsked = new HashSet<>(notKnown);
        notAsked.addAll(facts.sets().keySet());
        return directive.interview().next(facts, notAsked);
    }
}
