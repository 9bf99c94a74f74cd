package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.office.DataOptions;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.WebhookAdminClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Webhooks to other systems. */
@Command(
        name = "webhook",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Notifies other systems that something happened in a unit's jurisdiction: CloudEvents"
                    + " 1.0 over https, signed as in Standard Webhooks. A notification holds an"
                    + " application's id and never anything about a person. The running server"
                    + " sends them; these commands work beside it."
        })
final class WebhookCommand extends CommandGroup {

    private static final String FOUND =
            "Exit status: 0 done, 1 there is no such subscription, 2 misuse or a fault.";

    /** Creates the command with all its commands on webhooks. */
    static CommandLine whole(CommandIo io) {
        return new CommandLine(new WebhookCommand())
                .addSubcommand(new Add(io))
                .addSubcommand(new Lists(io))
                .addSubcommand(
                        one(
                                io,
                                "remove",
                                "Removes a subscription and everything not yet delivered.",
                                FOUND,
                                WebhookAdminClient::remove))
                .addSubcommand(
                        one(
                                io,
                                "test",
                                "Sends a test event (exeat.test) now, and prints the status of"
                                        + " the answer, or why there was none.",
                                "Exit status: 0 it arrived, 1 it did not, or there is no such"
                                        + " subscription, 2 misuse or a fault.",
                                WebhookAdminClient::test))
                .addSubcommand(
                        one(
                                io,
                                "rotate",
                                "Makes a new secret and prints it once. For a while"
                                        + " (webhooks.old-secret) the previous one signs as well,"
                                        + " so that the receiver can change over.",
                                FOUND,
                                WebhookAdminClient::rotate))
                .addSubcommand(
                        one(
                                io,
                                "dead",
                                "Lists the deliveries that were given up: place in the public"
                                        + " log, id, what happened and when, number of attempts,"
                                        + " and result of the last one.",
                                FOUND,
                                WebhookAdminClient::dead))
                .addSubcommand(
                        one(
                                io,
                                "again",
                                "Sends again what was given up, and switches a subscription back"
                                        + " on.",
                                FOUND,
                                WebhookAdminClient::again));
    }

    /** Makes a subscription. */
    @Command(
            name = "add",
            description = {
                "Subscribes an address to what happens from now on in a unit's jurisdiction, and"
                        + " prints the subscription's id and its secret, which is shown only"
                        + " once.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 made, 1 no such unit, type, or an address that cannot be called, 2 misuse or"
                        + " a fault."
            })
    static final class Add extends OfficeCommand {

        @Parameters(index = "0", paramLabel = "UNIT", description = "The unit, such as jl-yanji.")
        private String unit = "";

        @Parameters(
                index = "1",
                paramLabel = "URL",
                description =
                        "https://...; its host must have a public address, unless"
                                + " webhooks.private or webhooks.loopback is on.")
        private String url = "";

        @Option(
                names = "--directive",
                paramLabel = "DIRECTIVE",
                description =
                        "The directive whose cases it is told of, such as prc-1963; needed where"
                                + " several have the unit.")
        private @Nullable String directive;

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description =
                        "An event type to subscribe to, such as departed; may be repeated. All"
                                + " types if left out.")
        private List<String> types = new ArrayList<>();

        Add(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var under = Optional.ofNullable(directive);
            var request = new WebhookAdminClient.Request(unit, under, url, types);
            return WebhookAdminClient.add(io(), options(), request);
        }
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = {
                "Lists the subscriptions: id, unit, address and types; how many deliveries"
                        + " arrived, wait or were given up; and since when deliveries fail, or"
                        + " why it was switched off.",
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
