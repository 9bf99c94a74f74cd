package exeat.identity.match;

/** As an entry says it. */
public enum Sex {
    FEMALE(1),
    MALE(2);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /** Above 0, which stands for not said; below 4. */
    int code() {
        return code;
    }
}
