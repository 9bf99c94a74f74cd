package exeat.bench.rules;

/** The form in which a contestant gets a person's facts. */
enum Input {
    /** A map of raw values, as a JSON reader returns them. */
    RAW("from a map of raw values"),
    /** The contestant's own form, prepared beforehand. */
    READY("from facts in the contestant's own form");

    private final String title;

    Input(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
