package exeat.bench.rules.subject;

import exeat.rules.finding.Purpose;

/** The three purposes of every measured pack. */
public enum BenchPurpose {
    SETTLE("settle"),
    RETURN("return"),
    TRIP("trip");

    private static final Purpose TO_SETTLE = new Purpose("settle");
    private static final Purpose TO_RETURN = new Purpose("return");
    private static final Purpose FOR_A_TRIP = new Purpose("trip");

    private final String word;

    BenchPurpose(String word) {
        this.word = word;
    }

    /** The purpose as in a finding. */
    public Purpose purpose() {
        return switch (this) {
            case SETTLE -> TO_SETTLE;
            case RETURN -> TO_RETURN;
            case TRIP -> FOR_A_TRIP;
        };
    }

    /** The purpose as written in packs and maps of facts. */
    public String word() {
        return word;
    }

    /**
     * The purpose with this spelling.
     *
     * @throws IllegalArgumentException if none is
     */
    public static BenchPurpose of(String word) {
        return switch (word) {
            case "settle" -> SETTLE;
            case "return" -> RETURN;
            case "trip" -> TRIP;
            default -> throw new IllegalArgumentException("no purpose: " + word);
        };
    }
}
