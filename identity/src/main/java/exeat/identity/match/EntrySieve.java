package exeat.identity.match;

/**
 * One entry that is weighed against many, most of whom are somebody else: what is quick to compare
 * comes first, and an entry that cannot reach a floor is not compared further. An entry that
 * reaches it weighs exactly what {@link Matcher#total} says.
 */
public final class EntrySieve {

    /** What sums in another order can differ by. */
    private static final double ROUNDING = 1e-9;

    private static final int SEX_SHIFT = 42;
    private static final int SEX = 3;
    private static final long HAS_PLACES = 1L << 44;
    private static final long HAS_RELATIVES = 1L << 45;
    private static final long BIRTH = (1L << SEX_SHIFT) - 1;

    private final PersonEntry entry;
    private final Matcher matcher;
    private final double floor;
    private final long mine;
    private final double mostOfName;
    private final double mostOfPlace;
    private final double mostOfRelatives;

    /**
     * Prepares one side.
     *
     * @param floor who weighs less is left out; the matcher's {@code ask} threshold for the
     *     answers, -∞ for everybody
     */
    public EntrySieve(PersonEntry entry, Matcher matcher, double floor) {
        this.entry = entry;
        this.matcher = matcher;
        this.floor = floor - ROUNDING;
        this.mine = facts(entry);
        this.mostOfName = mostOfName(entry, matcher);
        this.mostOfPlace = entry.places().isEmpty() ? 0 : matcher.most(Feature.PLACE);
        this.mostOfRelatives = entry.relatives().isEmpty() ? 0 : matcher.most(Feature.RELATIVES);
    }

    private static double mostOfName(PersonEntry entry, Matcher matcher) {
        double most = matcher.weight(Feature.NAME, Feature.NAME.levels().size() - 1);
        for (var name : entry.names()) {
            for (var reading : name.readings()) {
                for (int level = 0; level < Feature.NAME.levels().size(); level++) {
                    most = Math.max(most, matcher.nameWeight(level, reading));
                }
            }
        }
        return most;
    }

    /**
     * Birth and sex of an entry, and whether it has places and relatives, in one number, for a
     * register to keep in an array.
     */
    public static long facts(PersonEntry entry) {
        long sex = entry.sex().map(RecordedSex::code).orElse(0);
        long places = entry.places().isEmpty() ? 0 : HAS_PLACES;
        long relatives = entry.relatives().isEmpty() ? 0 : HAS_RELATIVES;
        return places
                | relatives
                | (sex << SEX_SHIFT)
                | (entry.birth().isPresent() ? entry.birth().get().packed() : 0);
    }

    /** Whether somebody of whom this is known can reach the floor. */
    public boolean mayReach(long facts) {
        int code = EntryComparison.code(mine & BIRTH, facts & BIRTH, sex(mine), sex(facts));
        return ofFacts(code) + mostOfName + mostOfLists(facts) >= floor;
    }

    private double mostOfLists(long facts) {
        double ofPlaces = (facts & HAS_PLACES) == 0 ? 0 : mostOfPlace;
        return (facts & HAS_RELATIVES) == 0 ? ofPlaces : ofPlaces + mostOfRelatives;
    }

    private static int sex(long facts) {
        return (int) (facts >>> SEX_SHIFT) & SEX;
    }

    private double ofFacts(int code) {
        return matcher.prior()
                + matcher.weight(Feature.BIRTH, EntryAgreement.level(code, Feature.BIRTH))
                + matcher.weight(Feature.SEX, EntryAgreement.level(code, Feature.SEX));
    }

    /** What somebody weighs; -∞ if that is below the floor. */
    public double total(PersonEntry other) {
        long facts = facts(other);
        int code = EntryComparison.code(mine & BIRTH, facts & BIRTH, sex(mine), sex(facts));
        double known = ofFacts(code);
        double most = mostOfLists(facts);
        if (known + mostOfName + most < floor) {
            return Double.NEGATIVE_INFINITY;
        }
        var name = EntryComparison.best(entry.names(), other.names());
        int level = Feature.NAME.level(name.agreement());
        if (known + matcher.nameWeight(level, name.shared()) + most < floor) {
            return Double.NEGATIVE_INFINITY;
        }
        code = EntryAgreement.with(code, Feature.NAME, level);
        code = EntryComparison.withLists(code, entry, other);
        double total = matcher.total(new EntryAgreement(code, name.shared()));
        return total < floor ? Double.NEGATIVE_INFINITY : total;
    }
}
