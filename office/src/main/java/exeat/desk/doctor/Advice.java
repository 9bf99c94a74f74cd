package exeat.desk.doctor;

/**
 * Advice on an office's setup.
 *
 * @param level the severity
 * @param area such as {@code keys}
 * @param what the problem and what to do about it, in sentences
 */
public record Advice(Level level, String area, String what) {

    /** How bad it is. */
    public enum Level {
        /** Somebody can do harm because of it. */
        UNSAFE,
        /** Worth a look; this machine cannot tell. */
        NOTE
    }

    static Advice unsafe(String area, String what) {
        return new Advice(Level.UNSAFE, area, what);
    }

    static Advice note(String area, String what) {
        return new Advice(Level.NOTE, area, what);
    }
}
