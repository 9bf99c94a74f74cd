package exeat.tool.cli;

/** What a command's exit status says, as every command's help has it. */
public final class ExitStatus {

    public static final int DONE = 0;

    /** It was done, and the answer is no. */
    public static final int NEGATIVE = 1;

    /** Misuse, or a fault. */
    public static final int FAULT = 2;

    /** Of {@code prove} alone: proved, but only if what the pack declares of facts is so. */
    public static final int ON_CONDITIONS = 3;

    private ExitStatus() {}
}
