package exeat.papers.mrz;

/**
 * What is wrong in a machine-readable zone, and where.
 *
 * @param line from 1; 0 if it concerns all of them
 * @param column from 1; 0 if it concerns the line
 * @param kind for programs
 * @param what a sentence without its full stop, in English; holds no more of the zone than one
 *     character
 */
public record MrzFault(int line, int column, Kind kind, String what) {

    /** What kind of fault it is. */
    public enum Kind {
        /** Neither two lines of 36 or 44 characters nor three of 30. */
        SHAPE,
        /** Not A to Z, 0 to 9 or the filler, or not where it may be. */
        CHARACTER,
        /** A check digit does not match. */
        CHECK_DIGIT,
        /** The first letter is not one of this format. */
        CODE,
        /** No such day. */
        DATE,
        /** Fillers where there must be characters, or characters after fillers. */
        FILLER
    }

    /** The fault with its place. */
    public String text() {
        if (line == 0) {
            return what;
        }
        return "line " + line + (column == 0 ? "" : ", column " + column) + ": " + what;
    }
}
