package exeat.demo;

import java.util.List;

/** Rows of the caseload's file. */
final class CaseloadRows {

    static final String HEADER = "application";

    private CaseloadRows() {}

    static List<String> of(Household household) {
        return List.of(household.id());
    }

    static List<String> bad(int day) {
        return day > 0 ? List.of() : List.of("x");
    }
}
