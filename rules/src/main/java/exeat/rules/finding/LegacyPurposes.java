package exeat.rules.finding;

import exeat.rules.finding.Purposes.Meaning;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * The three purposes of version 0.1.0, when packs could not declare any. A pack that is stored is
 * read for ever, so one without purposes of its own still has these. Nothing is added here.
 */
public final class LegacyPurposes {

    private static final Purposes THREE = three();

    private LegacyPurposes() {}

    private static Purposes three() {
        var moves = new Meaning(EnumSet.allOf(Consequence.class), false);
        var meanings = new LinkedHashMap<Purpose, Meaning>();
        meanings.put(new Purpose("settle"), moves);
        meanings.put(new Purpose("return"), moves);
        meanings.put(new Purpose("trip"), new Meaning(Set.of(), true));
        return new Purposes(meanings, false);
    }

    public static Purposes all() {
        return THREE;
    }
}
