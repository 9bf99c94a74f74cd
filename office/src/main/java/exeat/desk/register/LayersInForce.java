package exeat.desk.register;

import exeat.casework.command.LayersAbove;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.DirectiveStatus;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.Layers;
import exeat.rules.prove.ProofReport;
import exeat.store.rows.RegisterStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The directives in force in this office above a local one, and whether the local one is proved
 * against them. A version is put in force below exactly the versions that it names; when one of
 * those is replaced, it is proved again, and counts as not proved until that is done.
 */
public final class LayersInForce {

    private final Function<DirectiveRef, Directive> versions;
    private final Supplier<Map<String, VersionHistory>> known;
    private final InstantSource clock;

    /**
     * Keyed by the hashes of the local version and of the one above; a pair's result never changes.
     */
    private final KeptProofs proofs;

    /**
     * @param versions returns any stored version
     * @param known the versions in force and their dates, by directive id
     */
    LayersInForce(
            Function<DirectiveRef, Directive> versions,
            Supplier<Map<String, VersionHistory>> known,
            InstantSource clock) {
        this.versions = versions;
        this.known = known;
        this.clock = clock;
        this.proofs = new KeptProofs(clock);
    }

    /** The directives that one extends, the nearest first. */
    static List<Directive> extended(Directive local) {
        var all = new ArrayList<Directive>();
        for (var at = local.parent(); at.isPresent(); at = at.get().parent()) {
            all.add(at.get());
        }
        return all;
    }

    /** The version of a directive that decides now; empty if none does. */
    private static Optional<DirectiveRef> deciding(
            Directive directive, Map<String, VersionHistory> tenures, Instant now) {
        var tenure = tenures.getOrDefault(directive.ref().id(), VersionHistory.NONE);
        var day = now.atZone(directive.vocabulary().zone()).toLocalDate();
        return tenure.standing(day).decides() ? tenure.on(day) : Optional.empty();
    }

    /**
     * A directive's status, given the status of all directives at a time: a local one decides
     * nothing if a directive that it extends does not.
     */
    public DirectiveStatus standing(
            Directive directive, Map<String, VersionHistory> tenures, Instant now) {
        var tenure = tenures.getOrDefault(directive.ref().id(), VersionHistory.NONE);
        var own = tenure.standing(now.atZone(directive.vocabulary().zone()).toLocalDate());
        boolean whole =
                extended(directive).stream()
                        .allMatch(above -> deciding(above, tenures, now).isPresent());
        return own.decides() && !whole ? DirectiveStatus.OUTSIDE_ITS_DAYS : own;
    }

    /** The directives now in force above one, with existing proofs only. */
    public LayersAbove above(Directive local) {
        return above(local, known.get(), clock.instant());
    }

    /** The same, given the status of all directives at a time. */
    public LayersAbove above(Directive local, Map<String, VersionHistory> tenures, Instant now) {
        var extended = extended(local);
        if (extended.isEmpty()) {
            return LayersAbove.NONE;
        }
        var inForce = new HashSet<DirectiveRef>();
        // A version stored by an earlier release has a different name here than in packs that
        // extend it.
        extended.forEach(above ->
                deciding(above, tenures, now)
                        .map(ref -> isVersion(ref, above) ? above.ref() : ref)
                        .ifPresent(inForce::add));
        var changed = changed(local, tenures, now);
        boolean proved =
                changed.isEmpty()
                        || proofs.known(key(local, changed))
                                .filter(ProofReport::proved)
                                .isPresent();
        return new LayersAbove(inForce, proved ? List.of() : changed);
    }

    /** The versions in force above that are not those which a directive names. */
    private List<Directive> changed(
            Directive local, Map<String, VersionHistory> tenures, Instant now) {
        return extended(local).stream()
                .flatMap(above ->
                        deciding(above, tenures, now)
                                .filter(ref -> !isVersion(ref, above))
                                .map(versions)
                                .stream())
                .toList();
    }

    private boolean isVersion(DirectiveRef ref, Directive above) {
        return ref.equals(above.ref()) || versions.apply(ref).isSameVersion(above);
    }

    private static String key(Directive local, List<Directive> above) {
        return local.ref().hash()
                + above.stream()
                        .map(layer -> " " + layer.ref().hash())
                        .collect(Collectors.joining());
    }

    /**
     * Proves a directive against the versions in force above it if they are not those it names.
     * Takes seconds the first time; the result is kept once it is decided.
     *
     * @return empty if the versions in force are those it names
     */
    public Optional<ProofReport> prove(Directive local) {
        var changed = changed(local, known.get(), clock.instant());
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        proofs.of(key(local, changed), local.parsed(), Layers.instead(changed)));
    }

    /** A text that changes with every change of the directives above one. */
    static String mark(Directive directive, Map<String, RegisterStore.Tenure> rows) {
        return extended(directive).stream()
                .flatMap(above -> Optional.ofNullable(rows.get(above.ref().id())).stream())
                .map(above -> " below " + above.times())
                .collect(Collectors.joining());
    }
}
