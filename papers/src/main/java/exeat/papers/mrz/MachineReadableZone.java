package exeat.papers.mrz;

/**
 * The contents of a machine-readable zone, without fillers and check digits.
 *
 * @param code one or two letters, such as {@code P} or {@code V}
 * @param issuer the code of the issuing state, one to three letters
 * @param number A to Z, 0 to 9, and inner fillers as {@code <}
 * @param nationality one to three letters; {@code XXX} if it is not stated
 * @param birth perhaps unknown in part
 * @param expiry always whole
 * @param optional what the issuer adds, with inner fillers
 * @param secondOptional of TD1 alone; elsewhere empty
 */
public record MachineReadableZone(
        MrzFormat format,
        String code,
        String issuer,
        String number,
        String nationality,
        MrzDate birth,
        Sex sex,
        MrzDate expiry,
        MrzName name,
        String optional,
        String secondOptional) {

    /** As Doc 9303 distinguishes it. */
    public enum Sex {
        FEMALE('F'),
        MALE('M'),
        /** Not stated: a filler. */
        UNSPECIFIED('<');

        private final char letter;

        Sex(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }
    }
}
