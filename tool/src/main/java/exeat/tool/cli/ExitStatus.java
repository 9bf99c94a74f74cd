package exeat.tool.cli;

/** What a command's exit status says, as every command's help has it. */
public final class ExitStatus {

    public static final int DONE = 0;

    /** Done, and the answer is negative. */
    public static final int NEGATIVE = 1;

    /** Misuse, or a fault. */
    public static final int FAULT = 2;

    /** Only for {@code prove}: proved if the links that the pack declares hold. */
    public static final int ON_CONDITIONS = 3;

    private ExitStatus() {}
}
