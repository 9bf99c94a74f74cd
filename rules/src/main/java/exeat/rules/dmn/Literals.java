package exeat.rules.dmn;

/** The order of literals. */
final class Literals {

    private Literals() {}

    /**
     * @throws IllegalArgumentException unless both are numbers or both are dates
     */
    static int compare(Literal left, Literal right) {
        if (left instanceof Literal.Numeral l && right instanceof Literal.Numeral r) {
            return l.number().compareTo(r.number());
        }
        if (left instanceof Literal.Day l && right instanceof Literal.Day r) {
            return l.date().compareTo(r.date());
        }
        throw new IllegalArgumentException(left.type() + " against " + right.type());
    }
}
