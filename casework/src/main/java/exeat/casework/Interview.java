package exeat.casework;

import exeat.rules.Directive;
import exeat.rules.Facts;
import exeat.rules.Finding;
import java.time.Instant;
import java.util.Set;

/** What a form still has to ask, before an application is filed. */
public final class Interview {

    private Interview() {}

    /**
     * What the directive would say of a traveller, with what the application itself shows and what
     * they declared so far. Its unanswered facts are the ones still worth asking.
     */
    public static Finding soFar(Directive directive, Traveller traveller, Instant now) {
        var context =
                new Context(
                        now, directive, new Actor.Stranger(), Set.of(), "", Force.of(directive));
        return directive.decide(facts(context, traveller));
    }

    private static Facts facts(Context context, Traveller traveller) {
        return Intake.facts(context, traveller, traveller.declared(), context.today());
    }
}
