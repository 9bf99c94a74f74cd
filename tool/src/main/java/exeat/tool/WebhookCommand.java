package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.office.DataOptions;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.WebhookAdminClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Other systems that are told that something happened. */
@Command(
        name = "webhook",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Tells other systems that something happened in a unit's jurisdiction: CloudEvents 1.0 over"
                    + " https, signed as Standard Webhooks are. They hear of an application's id and never"
                    + " of a person. A running server tells; these commands work beside it."
        })
final class WebhookCommand extends CommandGroup {

    private static final String FOUND =
            "Exit status: 0 done, 1 there is no such subscription, 2 misuse or a fault.";

    /** With every command on webhooks. */
    static CommandLine whole(CommandIo io) {
        return new CommandLine(new WebhookCommand())
                .addSubcommand(new Add(io))
                .addSubcommand(new Lists(io))
                .addSubcommand(
                        one(
                                io,
                                "remove",
                                "Ends a subscription, with everything that was still to be told.",
                                FOUND,
                                WebhookAdminClient::remove))
                .addSubcommand(
                        one(
                                io,
                                "test",
                                "Tells one thing that did not happen (exeat.test), now, and prints"
                                        + " the status of the answer, or why there was none.",
                                "Exit status: 0 it arrived, 1 it did not, or there is no such"
                                        + " subscription, 2 misuse or a fault.",
                                WebhookAdminClient::test))
                .addSubcommand(
                        one(
                                io,
                                "rotate",
                                "Makes another secret and prints it, this once. For a while"
                                        + " (webhooks.old-secret) the one before signs beside it, so"
                                        + " that the receiver can change over.",
                                FOUND,
                                WebhookAdminClient::rotate))
                .addSubcommand(
                        one(
                                io,
                                "dead",
                                "Prints what was given up, a line each: its place in the public"
                                        + " log, its id, what happened and when, how often it was"
                                        + " tried, and what came of the last try.",
                                FOUND,
                                WebhookAdminClient::dead))
                .addSubcommand(
                        one(
                                io,
                                "again",
                                "Tells again what was given up, and lets a subscription stand again"
                                        + " that was switched off.",
                                FOUND,
                                WebhookAdminClient::again));
    }

    /** Makes a subscription. */
    @Command(
            name = "add",
            description = {
                "Subscribes an address to what happens from now on in the jurisdiction of a unit, and"
                        + " prints the subscription's id and its secret, which is shown this once.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 made, 1 no such unit, type, or an address that cannot be called, 2 misuse or"
                        + " a fault."
            })
    static final class Add extends OfficeCommand {

        @Parameters(
                index = "0",
                paramLabel = "UNIT",
                description = "In whose name, such as jl-yanji.")
        private String unit = "";

        @Parameters(
                index = "1",
                paramLabel = "URL",
                description =
                        "https://...; its host may have public addresses alone, unless"
                                + " webhooks.private or webhooks.loopback is on.")
        private String url = "";

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description =
                        "What to hear of, such as departed; again for more. All, unless told.")
        private List<String> types = new ArrayList<>();

        Add(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return WebhookAdminClient.add(io(), options(), unit, url, types);
        }
    }

    /** Prints who there is. */
    @Command(
            name = "list",
            description = {
                "Prints each subscription: its id, unit, address and types, how much arrived, waits and was"
                        + " given up, and since when nothing arrives or why it was switched off.",
                ""
            },
            footer = {"", "Exit status: 0 printed, 2 misuse or a fault."})
    static final class Lists extends OfficeCommand {

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return WebhookAdminClient.list(io(), options());
        }
    }

    /** What a command does with one subscription. */
    private interface Deed {
        int on(CommandIo io, DataOptions options, String id) throws IOException;
    }

    /** A command on one subscription; all are called alike. */
    private static CommandLine one(
            CommandIo io, String name, String description, String status, Deed deed) {
        var command = new CommandLine(new One(io, deed));
        command.getCommandSpec()
                .name(name)
                .usageMessage()
                .description(description, "")
                .footer("", status);
        return command;
    }

    @Command
    private static final class One extends OfficeCommand {

        private final Deed deed;

        @Parameters(paramLabel = "ID", description = "As webhook list shows it.")
        private String id = "";

        One(CommandIo io, Deed deed) {
            super(io);
            this.deed = deed;
        }

        @Override
        public Integer call() throws IOException {
            return deed.on(io(), options(), id);
        }
    }
}
