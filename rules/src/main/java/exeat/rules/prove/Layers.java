package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import java.util.ArrayList;
import java.util.List;

/**
 * The directives above a pack, the nearest first. Every directive in force above the unit that
 * applies the pack binds it, whatever the pack itself extends; the caller, who knows the units,
 * names them.
 *
 * @param all each once, by its hash
 * @param given whether the caller named the directives in force above
 */
public record Layers(List<Layer> all, boolean given) {

    /**
     * A directive above a pack.
     *
     * @param inForce whether it was said to be in force above; else the pack only extends it
     */
    public record Layer(Directive directive, boolean inForce) {}

    public Layers {
        all = List.copyOf(all);
    }

    /** What a pack extends, by its own record. */
    public static Layers of(ParsedPack pack) {
        var all = new ArrayList<Layer>();
        pack.parent().ifPresent(parent -> add(all, parent, false));
        return new Layers(all, false);
    }

    /** A directive with everything that it extends. */
    public static Layers of(Directive above) {
        var all = new ArrayList<Layer>();
        add(all, above, false);
        return new Layers(all, false);
    }

    /** Other directives than those that a pack extends, each with all that it extends. */
    public static Layers instead(List<Directive> above) {
        var all = new ArrayList<Layer>();
        above.forEach(directive -> add(all, directive, false));
        return new Layers(all, true);
    }

    /** These layers with the directives in force above, each with all that it extends. */
    public Layers under(List<Directive> inForce) {
        var more = new ArrayList<>(all);
        inForce.forEach(directive -> add(more, directive, true));
        return new Layers(more, true);
    }

    private static void add(List<Layer> all, Directive first, boolean inForce) {
        for (var at = first; ; at = at.parent().get()) {
            var layer = new Layer(at, inForce);
            int known = place(all, at);
            if (known < 0) {
                all.add(layer);
            } else if (inForce) {
                all.set(known, layer);
            }
            if (at.parent().isEmpty()) {
                return;
            }
        }
    }

    private static int place(List<Layer> all, Directive directive) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).directive().isSameVersion(directive)) {
                return at;
            }
        }
        return -1;
    }
}
