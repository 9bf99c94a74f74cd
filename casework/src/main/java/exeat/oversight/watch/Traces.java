package exeat.oversight.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All that the watchers read: what cases leave behind when names and facts are taken away. */
public record Traces(List<Wait> waits, List<Treated> treated, List<Answered> answered) {

    public static final Traces NONE = new Traces(List.of(), List.of(), List.of());

    public Traces {
        waits = List.copyOf(waits);
        treated = List.copyOf(treated);
        answered = List.copyOf(answered);
    }

    /** Those of many cases. */
    public static Traces all(Collection<Traces> parts) {
        var waits = new ArrayList<Wait>();
        var treated = new ArrayList<Treated>();
        var answered = new ArrayList<Answered>();
        for (var part : parts) {
            waits.addAll(part.waits);
            treated.addAll(part.treated);
            answered.addAll(part.answered);
        }
        return new Traces(waits, treated, answered);
    }
}
