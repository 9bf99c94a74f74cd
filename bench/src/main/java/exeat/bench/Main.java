package exeat.bench;

import exeat.bench.cases.CaseCost;
import exeat.bench.cases.CasesBench;
import exeat.bench.cases.FloodBench;
import exeat.bench.cases.PagesBench;
import exeat.bench.cases.SignInsBench;
import exeat.bench.identity.IdentityBench;
import exeat.bench.proofs.ProofsBench;
import exeat.bench.rules.RulesBench;
import exeat.bench.rules.TimeBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The entry point of {@code ./exeat bench}; each argument names one benchmark. Exit status: 0 every
 * bar is met, 1 one is not, 2 misuse or a fault.
 */
public final class Main {

    private static final String USAGE =
            """
            Usage: exeat bench SUBJECT [OPTIONS]

            rules   decisions under packs of 12, 200 and 2,000 rules and under the directive of 1963:
                    hand-written Java, Exeat and its peers, in one virtual machine, every answer
                    compared before its time counts; a third of the facts unknown; loading a pack;
                    ./exeat decide over ten million lines
                      --quick   about a minute; fewer iterations, the slowest peers not at all sizes,
                                no lines
                      --alone   as without an option, but for the peers

            proofs  the obligations over tables of up to 2,000 rules and six inputs, and over smaller
                    ones beside Apache KIE's analysis of decision tables, answers compared
                      --quick   10 seconds for each analysis instead of 60, and fewer tables

            cases   whole cases, seven acknowledged commands each, at 1, 8 and 64 clients on one
                    PostgreSQL: Exeat, two process engines, a bare loop and pgbench
                      --quick   within three minutes; shorter laps
                      --roads A,B   these alone, and no bars: bare, desk, intake, http, flowable, operaton,
                                   pgbench

            cost    what a whole case costs with 64 clients and with one, by table and index: bytes of
                    write-ahead log, rows written, bytes at rest; exact on a busy machine too

            flood   people who file over HTTP while others ask for ten times what the server can do:
                    every one is served, and 99 of 100 answers take less than a second
                      --quick   10 seconds instead of 40

            pages   public pages, a queue and a case as browsers get them, warm, eight connections: the
                    rate, the slowest of a hundred, processor time with PostgreSQL's, bytes compressed;
                    server and PostgreSQL on one processor
                      --quick   3 seconds a page instead of 15

            sign-ins  officers who sign in, and people who file, while others try ten times as many
                    passwords as the server can hash: every one is served, and 99 of 100 answers take
                    less than a second to people, and less than two to officers
                      --quick   10 seconds instead of 40

            identity --data DIR   names across scripts, records with slips and a register of a million
                    made-up people: what is found, what is mistaken, how long it takes. DIR has the
                    files of others that docs/measured.md names
                      --quick   a register of 100,000, and no bars for time
            """;

    private Main() {}

    /**
     * Runs the requested benchmark and then exits the virtual machine, because peers leave threads
     * behind.
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        try {
            if (!args.isEmpty() && args.getFirst().equals("cases")) {
                return cases(args.subList(1, args.size()));
            }
            if (!args.isEmpty() && args.getFirst().equals("identity")) {
                return identity(args.subList(1, args.size()));
            }
            return switch (String.join(" ", args)) {
                case "rules" -> status(new RulesBench(TimeBudget.WHOLE, System.out).run());
                case "rules --quick" -> status(new RulesBench(TimeBudget.QUICK, System.out).run());
                case "cost" -> status(new CaseCost(System.out).run());
                case "flood" -> status(new FloodBench(false, System.out).run());
                case "flood --quick" -> status(new FloodBench(true, System.out).run());
                case "pages" -> status(new PagesBench(false, System.out).run());
                case "pages --quick" -> status(new PagesBench(true, System.out).run());
                case "sign-ins" -> status(new SignInsBench(false, System.out).run());
                case "sign-ins --quick" -> status(new SignInsBench(true, System.out).run());
                case "rules --alone" -> status(new RulesBench(TimeBudget.ALONE, System.out).run());
                case "proofs" -> status(new ProofsBench(false, System.out).run());
                case "proofs --quick" -> status(new ProofsBench(true, System.out).run());
                case "-h", "--help" -> {
                    System.out.print(USAGE);
                    yield 0;
                }
                default -> {
                    System.err.print(USAGE);
                    yield 2;
                }
            };
        } catch (IllegalArgumentException misuse) {
            System.err.println("exeat: " + misuse.getMessage());
            return 2;
        } catch (Exception fault) {
            System.err.println("exeat: " + fault);
            return 2;
        }
    }

    private static int cases(List<String> args) throws Exception {
        boolean quick = args.contains("--quick");
        var rest = args.stream().filter(arg -> !arg.equals("--quick")).toList();
        if (rest.size() == 2 && rest.getFirst().equals("--roads")) {
            var roads = Set.of(rest.get(1).split(",", -1));
            return status(new CasesBench(quick, roads, System.out).run());
        }
        if (!rest.isEmpty()) {
            System.err.print(USAGE);
            return 2;
        }
        return status(new CasesBench(quick, CasesBench.ROADS, System.out).run());
    }

    private static int identity(List<String> args) throws Exception {
        boolean quick = args.contains("--quick");
        var rest = args.stream().filter(arg -> !arg.equals("--quick")).toList();
        if (rest.size() == 2 && rest.getFirst().equals("--data")) {
            return status(new IdentityBench(Path.of(rest.get(1)), quick, System.out).run());
        }
        System.err.print(USAGE);
        return 2;
    }

    private static int status(boolean met) {
        return met ? 0 : 1;
    }
}
