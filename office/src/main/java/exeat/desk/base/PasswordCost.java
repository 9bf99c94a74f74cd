package exeat.desk.base;

/** How much work a password's hash takes, in powers of two that bcrypt counts as rounds. */
public enum PasswordCost {
    /** About a twentieth of a second: what every office has. */
    FULL(10),
    /** The least that bcrypt allows: for passwords that are public. */
    LEAST(4);

    private final int rounds;

    PasswordCost(int rounds) {
        this.rounds = rounds;
    }

    /** The logarithm of the number of rounds. */
    public int rounds() {
        return rounds;
    }
}
