package exeat.identity.match;

/** As an entry says it. */
public enum RecordedSex {
    FEMALE(1),
    MALE(2);

    private final int code;

    RecordedSex(int code) {
        this.code = code;
    }

    /** Above 0, which stands for not said; below 4. */
    int code() {
        return code;
    }
}
