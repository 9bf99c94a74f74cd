package exeat.tool.cli;

import picocli.CommandLine.Option;

/** What every command has: an option that explains it. */
public abstract class HelpfulCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean helpAsked;
}
