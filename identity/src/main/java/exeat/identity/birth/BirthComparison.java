package exeat.identity.birth;

import java.time.LocalDate;

/** Compares two claims about a birth. */
public final class BirthComparison {

    /** Korean age is one or two more than the age; a lunar year begins up to seven weeks late. */
    private static final int YEARS_BESIDE = 2;

    private BirthComparison() {}

    /** Symmetric. */
    public static BirthAgreement of(BirthClaim one, BirthClaim other) {
        if (one.isDay() && other.isDay()) {
            return ofDays(one, other);
        }
        if (one.meets(other)) {
            return BirthAgreement.POSSIBLE;
        }
        var wider =
                new BirthClaim(
                        one.earliest().minusYears(YEARS_BESIDE),
                        one.latest().plusYears(YEARS_BESIDE));
        return wider.meets(other) ? BirthAgreement.NEARLY_POSSIBLE : BirthAgreement.DIFFERENT;
    }

    private static BirthAgreement ofDays(BirthClaim one, BirthClaim other) {
        var a = one.earliest();
        var b = other.earliest();
        if (a.equals(b)) {
            return BirthAgreement.SAME_DAY;
        }
        int years = Math.abs(a.getYear() - b.getYear());
        if (years <= 1 && (isLunar(one, b) || isLunar(other, a))) {
            return BirthAgreement.LUNAR_DAY;
        }
        if (years == 0
                && a.getDayOfMonth() == b.getMonthValue()
                && a.getMonthValue() == b.getDayOfMonth()) {
            return BirthAgreement.SWAPPED;
        }
        if (isOneFigure(a, b)) {
            return years == 1 ? BirthAgreement.YEAR_BESIDE : BirthAgreement.ONE_FIGURE;
        }
        if (years > 0
                && years <= YEARS_BESIDE
                && a.getMonthValue() == b.getMonthValue()
                && a.getDayOfMonth() == b.getDayOfMonth()) {
            return BirthAgreement.YEAR_BESIDE;
        }
        return years == 0 ? BirthAgreement.SAME_YEAR : BirthAgreement.DIFFERENT;
    }

    private static boolean isLunar(BirthClaim told, LocalDate day) {
        return told.lunarDays().contains((int) day.toEpochDay());
    }

    /** Of the eight figures of a date. */
    private static boolean isOneFigure(LocalDate a, LocalDate b) {
        return unlike(a.getYear(), b.getYear())
                        + unlike(a.getMonthValue(), b.getMonthValue())
                        + unlike(a.getDayOfMonth(), b.getDayOfMonth())
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
