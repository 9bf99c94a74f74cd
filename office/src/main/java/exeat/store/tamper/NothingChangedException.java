package exeat.store.tamper;

/** An act of tampering changed nothing, so that nothing can be said of an audit after it. */
public final class NothingChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean hasNoRow;

    /**
     * Says which act it was.
     *
     * @param hasNoRow whether there was nothing to change, rather than no change
     */
    NothingChangedException(Tamper tamper, boolean hasNoRow) {
        super(tamper.what() + (hasNoRow ? ": there is no such row" : ": every row is as before"));
        this.hasNoRow = hasNoRow;
    }

    public boolean hasNoRow() {
        return hasNoRow;
    }
}
