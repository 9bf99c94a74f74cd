package exeat.identity.match;

import exeat.identity.birth.BirthComparison;
import exeat.identity.name.NameAgreement;
import exeat.identity.name.NameComparison;
import exeat.identity.name.NameMatch;
import exeat.identity.name.SpokenName;
import java.util.List;

/** Compares two entries. Of several names of one person, the pair that agrees most counts. */
public final class EntryComparison {

    private EntryComparison() {}

    /** Symmetric, but for the order of what is shared. */
    public static EntryAgreement of(PersonEntry one, PersonEntry other) {
        var name = best(one.names(), other.names());
        int code = EntryAgreement.with(0, Feature.NAME, Feature.NAME.level(name.agreement()));
        code = EntryAgreement.with(code, Feature.BIRTH, birth(one, other));
        code = EntryAgreement.with(code, Feature.SEX, sex(one, other));
        code = EntryAgreement.with(code, Feature.PLACE, lists(one.places(), other.places()));
        code =
                EntryAgreement.with(
                        code, Feature.RELATIVES, lists(one.relatives(), other.relatives()));
        return new EntryAgreement(code, name.shared());
    }

    private static NameMatch best(List<SpokenName> mine, List<SpokenName> yours) {
        var best = NameMatch.NONE;
        for (var one : mine) {
            for (var other : yours) {
                var match = NameComparison.of(one, other);
                best = match.isBetterThan(best) ? match : best;
            }
        }
        return best;
    }

    private static int birth(PersonEntry one, PersonEntry other) {
        return one.birth().isEmpty() || other.birth().isEmpty()
                ? EntryAgreement.NOT_SAID
                : Feature.BIRTH.level(BirthComparison.of(one.birth().get(), other.birth().get()));
    }

    private static int sex(PersonEntry one, PersonEntry other) {
        if (one.sex().isEmpty() || other.sex().isEmpty()) {
            return EntryAgreement.NOT_SAID;
        }
        boolean same = one.sex().equals(other.sex());
        return Feature.SEX.level(same ? SexAgreement.SAME : SexAgreement.DIFFERENT);
    }

    private static int lists(List<SpokenName> mine, List<SpokenName> yours) {
        if (mine.isEmpty() || yours.isEmpty()) {
            return EntryAgreement.NOT_SAID;
        }
        long found =
                mine.stream()
                        .filter(one -> yours.stream().anyMatch(other -> same(one, other)))
                        .count();
        var part = found == 0 ? ListAgreement.NONE : ListAgreement.SOME;
        boolean all = found >= Math.min(mine.size(), yours.size());
        return Feature.PLACE.level(all ? ListAgreement.ALL : part);
    }

    private static boolean same(SpokenName one, SpokenName other) {
        if (one.written().equals(other.written())) {
            return true;
        }
        return NameComparison.of(one, other).agreement().compareTo(NameAgreement.NEAR_SOUND) <= 0;
    }
}
