package exeat.oversight.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Everything that the watchers read: traces of cases without names and facts. */
public record CaseTraces(
        List<Wait> waits,
        List<Observation> treated,
        List<Concurrence> answered,
        List<SecretTrace> secrets,
        List<Claimed> claims,
        List<InPersonTrace> inPerson) {

    public static final CaseTraces NONE = new CaseTraces(List.of(), List.of(), List.of());

    public CaseTraces {
        waits = List.copyOf(waits);
        treated = List.copyOf(treated);
        answered = List.copyOf(answered);
        secrets = List.copyOf(secrets);
        claims = List.copyOf(claims);
        inPerson = List.copyOf(inPerson);
    }

    /** Those of cases in which no officer made a secret, claimed protection or acted in person. */
    public CaseTraces(List<Wait> waits, List<Observation> treated, List<Concurrence> answered) {
        this(waits, treated, answered, List.of(), List.of(), List.of());
    }

    /** Those of many cases. */
    public static CaseTraces all(Collection<CaseTraces> parts) {
        var waits = new ArrayList<Wait>();
        var treated = new ArrayList<Observation>();
        var answered = new ArrayList<Concurrence>();
        var secrets = new ArrayList<SecretTrace>();
        var claims = new ArrayList<Claimed>();
        var inPerson = new ArrayList<InPersonTrace>();
        for (var part : parts) {
            waits.addAll(part.waits);
            treated.addAll(part.treated);
            answered.addAll(part.answered);
            secrets.addAll(part.secrets);
            claims.addAll(part.claims);
            inPerson.addAll(part.inPerson);
        }
        return new CaseTraces(waits, treated, answered, secrets, claims, inPerson);
    }
}
