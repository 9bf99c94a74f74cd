package exeat.identity.match;

import exeat.identity.birth.BirthClaim;
import exeat.identity.birth.BirthComparison;
import exeat.identity.name.NameAgreement;
import exeat.identity.name.NameComparison;
import exeat.identity.name.NameMatch;
import exeat.identity.name.SpokenName;
import java.util.List;

/** Compares two entries. Of several names of one person, the pair that agrees most counts. */
public final class EntryComparison {

    private EntryComparison() {}

    /** Symmetric, but for whose parts are given as shared: the first's. */
    public static EntryAgreement of(PersonEntry one, PersonEntry other) {
        var name = best(one.names(), other.names());
        int code = code(packed(one), packed(other), sex(one), sex(other));
        code = EntryAgreement.with(code, Feature.NAME, Feature.NAME.level(name.agreement()));
        return new EntryAgreement(withLists(code, one, other), name.shared());
    }

    /**
     * Births and sexes as a code.
     *
     * @param birth as {@link BirthClaim#packed}; 0 for none
     * @param sex 0 for none
     */
    static int code(long birth, long otherBirth, int sex, int otherSex) {
        int births = EntryAgreement.NOT_SAID;
        if (birth != 0 && otherBirth != 0) {
            births = Feature.BIRTH.level(BirthComparison.of(birth, otherBirth));
        }
        int sexes = EntryAgreement.NOT_SAID;
        if (sex != 0 && otherSex != 0) {
            sexes = Feature.SEX.level(sex == otherSex ? SexAgreement.SAME : SexAgreement.DIFFERENT);
        }
        return EntryAgreement.with(
                EntryAgreement.with(0, Feature.BIRTH, births), Feature.SEX, sexes);
    }

    private static long packed(PersonEntry entry) {
        return entry.birth().map(BirthClaim::packed).orElse(0L);
    }

    private static int sex(PersonEntry entry) {
        return entry.sex().map(RecordedSex::code).orElse(0);
    }

    /** Places and relatives too. */
    static int withLists(int code, PersonEntry one, PersonEntry other) {
        int places = lists(one.places(), other.places());
        int relatives = lists(one.relatives(), other.relatives());
        return EntryAgreement.with(
                EntryAgreement.with(code, Feature.PLACE, places), Feature.RELATIVES, relatives);
    }

    static NameMatch best(List<SpokenName> mine, List<SpokenName> yours) {
        var best = NameMatch.NONE;
        for (int i = 0; i < mine.size(); i++) {
            for (int j = 0; j < yours.size(); j++) {
                var match = NameComparison.quick(mine.get(i), yours.get(j));
                best = match.isBetterThan(best) ? match : best;
            }
        }
        return best;
    }

    private static int lists(List<SpokenName> mine, List<SpokenName> yours) {
        if (mine.isEmpty() || yours.isEmpty()) {
            return EntryAgreement.NOT_SAID;
        }
        int found = found(mine, yours);
        boolean all =
                (mine.size() <= yours.size() && found == mine.size())
                        || (mine.size() >= yours.size() && found(yours, mine) == yours.size());
        var part = found == 0 ? ListAgreement.NONE : ListAgreement.SOME;
        return Feature.PLACE.level(all ? ListAgreement.ALL : part);
    }

    /** How many of one list are in another. */
    private static int found(List<SpokenName> mine, List<SpokenName> yours) {
        int found = 0;
        for (int i = 0; i < mine.size(); i++) {
            boolean same = false;
            for (int j = 0; j < yours.size() && !same; j++) {
                same = same(mine.get(i), yours.get(j));
            }
            found += same ? 1 : 0;
        }
        return found;
    }

    private static boolean same(SpokenName one, SpokenName other) {
        if (one.written().equals(other.written())) {
            return true;
        }
        return NameComparison.quick(one, other).agreement().compareTo(NameAgreement.NEAR_SOUND)
                <= 0;
    }
}
