package exeat.rules;

import java.math.BigDecimal;

/** A rule of the table of the paper; see {@link Burden}. */
record PaperRow(
        int validityDays, boolean reentry, int decisionDays, BigDecimal fee, int appearances) {}
