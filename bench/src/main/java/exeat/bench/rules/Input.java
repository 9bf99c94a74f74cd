package exeat.bench.rules;

/** In what form a contestant is given a person's facts. */
enum Input {
    /** A map of raw values, as a reader of JSON gives them. */
    RAW("from a map of raw values"),
    /** The form that the contestant decides from, made beforehand. */
    READY("from facts in the contestant's own form");

    private final String title;

    Input(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
