package exeat.desk;

/** The situation, for an authority and everything below it. */
public final class Reports {

    Reports() {}
}
