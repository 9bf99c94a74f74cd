package exeat.identity.birth;

/** Compares two claims about a birth. */
public final class BirthComparison {

    /** Korean age is one or two more than the age; a lunar year begins up to seven weeks late. */
    private static final int YEARS_BESIDE = 2;

    private BirthComparison() {}

    /** How two dates of birth agree; symmetric. */
    public static BirthAgreement of(BirthClaim one, BirthClaim other) {
        return of(one.packed(), other.packed());
    }

    /**
     * How two packed dates agree.
     *
     * @param one from {@link BirthClaim#packed}, as is the other
     */
    public static BirthAgreement of(long one, long other) {
        int first = PackedDays.earliest(one);
        int last = PackedDays.latest(one);
        int otherFirst = PackedDays.earliest(other);
        int otherLast = PackedDays.latest(other);
        if (first == last && otherFirst == otherLast) {
            return ofDays(first, otherFirst);
        }
        if (otherLast >= first && otherFirst <= last) {
            return BirthAgreement.POSSIBLE;
        }
        boolean near =
                otherLast >= PackedDays.plusYears(first, -YEARS_BESIDE)
                        && otherFirst <= PackedDays.plusYears(last, YEARS_BESIDE);
        return near ? BirthAgreement.NEARLY_POSSIBLE : BirthAgreement.DIFFERENT;
    }

    private static BirthAgreement ofDays(int a, int b) {
        if (a == b) {
            return BirthAgreement.SAME_DAY;
        }
        int years = Math.abs(PackedDays.year(a) - PackedDays.year(b));
        if (years <= 1 && (isLunar(a, b) || isLunar(b, a))) {
            return BirthAgreement.LUNAR_DAY;
        }
        if (years == 0
                && PackedDays.day(a) == PackedDays.month(b)
                && PackedDays.month(a) == PackedDays.day(b)) {
            return BirthAgreement.SWAPPED;
        }
        if (isOneFigure(a, b)) {
            return years == 1 ? BirthAgreement.YEAR_BESIDE : BirthAgreement.ONE_FIGURE;
        }
        if (years > 0 && years <= YEARS_BESIDE && PackedDays.plusYears(a, yearsTo(a, b)) == b) {
            return BirthAgreement.YEAR_BESIDE;
        }
        return years == 0 ? BirthAgreement.SAME_YEAR : BirthAgreement.DIFFERENT;
    }

    private static int yearsTo(int a, int b) {
        return PackedDays.year(b) - PackedDays.year(a);
    }

    private static boolean isLunar(int told, int day) {
        return told < day
                && LunarMonths.get()
                        .isTold(
                                PackedDays.year(told),
                                PackedDays.month(told),
                                PackedDays.day(told),
                                PackedDays.epochDay(day));
    }

    /** Whether exactly one of the eight figures of a date differs. */
    private static boolean isOneFigure(int a, int b) {
        return unlike(PackedDays.year(a), PackedDays.year(b))
                        + unlike(PackedDays.month(a), PackedDays.month(b))
                        + unlike(PackedDays.day(a), PackedDays.day(b))
                == 1;
    }

    private static int unlike(int a, int b) {
        int figures = 0;
        for (int x = a, y = b; x > 0 || y > 0; x /= 10, y /= 10) {
            figures += x % 10 == y % 10 ? 0 : 1;
        }
        return figures;
    }
}
