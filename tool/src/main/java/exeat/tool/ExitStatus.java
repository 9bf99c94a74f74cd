package exeat.tool;

/** What a command's exit status says, as every command's help has it. */
final class ExitStatus {

    static final int DONE = 0;

    /** It was done, and the answer is no. */
    static final int NEGATIVE = 1;

    /** Misuse, or a fault. */
    static final int FAULT = 2;

    private ExitStatus() {}
}
