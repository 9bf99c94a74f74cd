package exeat.desk;

import java.time.InstantSource;

/** The whole casework, open for business: close it when done. */
@SuppressWarnings("DoNotCallSuggester")
public final class Office implements AutoCloseable {

    private Office() {}

    /**
     * Starts or reaches the database, migrates it, makes its roles, loads the keys.
     *
     * @throws exeat.store.OfficeException with a code that says what to do
     */
    public static Office open(Settings settings, InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    public Desk desk() {
        throw new UnsupportedOperationException();
    }

    public Doors doors() {
        throw new UnsupportedOperationException();
    }

    public Cases cases() {
        throw new UnsupportedOperationException();
    }

    public Register register() {
        throw new UnsupportedOperationException();
    }

    public Staff staff() {
        throw new UnsupportedOperationException();
    }

    public Reports reports() {
        throw new UnsupportedOperationException();
    }

    public CsvIntake csv() {
        throw new UnsupportedOperationException();
    }

    public Health health() {
        throw new UnsupportedOperationException();
    }

    /** Does what time has made due, and says how many cases that was. */
    public int passTime() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
