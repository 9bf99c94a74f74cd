package exeat.identity.birth;

/** How two claims can be about one birth, from the likeliest to the least. */
public enum BirthAgreement {
    SAME_DAY,
    /** One is the day of the other, told by the Chinese or the Korean lunar calendar. */
    LUNAR_DAY,
    /** Day and month exchanged, of one year. */
    SWAPPED,
    /** One figure of the date differs. */
    ONE_FIGURE,
    /** Day and month of a year before or after: an age counted otherwise, a slip. */
    YEAR_BESIDE,
    /** One of them leaves the day open, and the other is possible. */
    POSSIBLE,
    /** One of them leaves the day open, and is a year away: a Korean age, a lunar year. */
    NEARLY_POSSIBLE,
    /** Both have the same year, on different days. */
    SAME_YEAR,
    DIFFERENT
}
