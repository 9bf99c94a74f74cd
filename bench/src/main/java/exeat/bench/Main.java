package exeat.bench;

import java.util.List;

/**
 * The entry of {@code ./exeat bench}: one subject a name. Exit status: 0 every bar is met, 1 one is
 * not, 2 misuse or a fault.
 */
public final class Main {

    private static final String USAGE =
            """
            Usage: exeat bench rules [--quick]

            rules   decisions over tables of 12, 200 and 2,000 rules: hand-written Java, Exeat and
                    its peers, in one virtual machine, every answer compared before its time counts
                      --quick   within a minute; fewer iterations, and the slowest peers not at all sizes
            """;

    private Main() {}

    /** Runs what is asked for and ends the virtual machine: peers leave threads behind. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            return switch (String.join(" ", args)) {
                case "rules" -> status(new RulesBench(Plan.WHOLE, System.out).run());
                case "rules --quick" -> status(new RulesBench(Plan.QUICK, System.out).run());
                case "-h", "--help" -> {
                    System.out.print(USAGE);
                    yield 0;
                }
                default -> {
                    System.err.print(USAGE);
                    yield 2;
                }
            };
        } catch (Exception fault) {
            System.err.println("exeat: " + fault);
            return 2;
        }
    }

    private static int status(boolean met) {
        return met ? 0 : 1;
    }
}
