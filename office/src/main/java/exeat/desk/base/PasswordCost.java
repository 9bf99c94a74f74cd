package exeat.desk.base;

/**
 * How much work a password's hash takes.
 *
 * <p>OWASP's Password Storage Cheat Sheet asks of Argon2id 19 MiB of memory, two passes and one
 * lane as the least.
 */
public enum PasswordCost {
    /** What every office has. */
    FULL(19 * 1024, 2, "10"),
    /** Almost none: for public passwords. */
    MIN(64, 1, "04");

    private final int kibibytes;
    private final int passes;
    private final String bcrypt;

    PasswordCost(int kibibytes, int passes, String bcrypt) {
        this.kibibytes = kibibytes;
        this.passes = passes;
        this.bcrypt = bcrypt;
    }

    /** The memory that one hash fills, in KiB. */
    public int kibibytes() {
        return kibibytes;
    }

    /** How often it is filled. */
    public int passes() {
        return passes;
    }

    /** The cost as a stored hash names it: its parameters, or the rounds of older bcrypt hashes. */
    public boolean isNamed(String stored) {
        return stored.equals(parameters()) || stored.equals(bcrypt);
    }

    /** As the PHC string format writes them. */
    public String parameters() {
        return "m=" + kibibytes + ",t=" + passes + ",p=1";
    }
}
