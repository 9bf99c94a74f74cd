package exeat.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Other systems that are told that something happened. */
@Command(
        name = "webhook",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Tells other systems that something happened in a unit's jurisdiction: CloudEvents 1.0 over"
                    + " https, signed as Standard Webhooks are. They hear of an application's id and never"
                    + " of a person. A running server tells; these commands work beside it."
        })
final class WebhookCommand extends Helpful implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
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
    static final class Add extends Helpful implements Callable<Integer> {

        private final Io io;

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

        @Mixin private DataOptions options;

        Add(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.add(io, options, unit, url, types);
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
    static final class Lists extends Helpful implements Callable<Integer> {

        private final Io io;
        @Mixin private DataOptions options;

        Lists(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.list(io, options);
        }
    }

    /** Ends one. */
    @Command(
            name = "remove",
            description = {"Ends a subscription, with everything that was still to be told.", ""},
            footer = {
                "",
                "Exit status: 0 done, 1 there is no such subscription, 2 misuse or a fault."
            })
    static final class Remove extends Helpful implements Callable<Integer> {

        private final Io io;

        @Parameters(paramLabel = "ID", description = "As webhook list shows it.")
        private String id = "";

        @Mixin private DataOptions options;

        Remove(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.remove(io, options, id);
        }
    }

    /** Tries one. */
    @Command(
            name = "test",
            description = {
                "Tells one thing that did not happen (exeat.test), now, and prints the status of "
                        + "the answer, or why there was none.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 it arrived, 1 it did not, or there is no such subscription, 2 misuse or a fault."
            })
    static final class Test extends Helpful implements Callable<Integer> {

        private final Io io;

        @Parameters(paramLabel = "ID", description = "As webhook list shows it.")
        private String id = "";

        @Mixin private DataOptions options;

        Test(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.test(io, options, id);
        }
    }

    /** Gives one another secret. */
    @Command(
            name = "rotate",
            description = {
                "Makes another secret and prints it, this once. For a while (webhooks.old-secret) "
                        + "the one before signs beside it, so that the receiver can change over.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 done, 1 there is no such subscription, 2 misuse or a fault."
            })
    static final class Rotate extends Helpful implements Callable<Integer> {

        private final Io io;

        @Parameters(paramLabel = "ID", description = "As webhook list shows it.")
        private String id = "";

        @Mixin private DataOptions options;

        Rotate(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.rotate(io, options, id);
        }
    }

    /** Prints what was given up. */
    @Command(
            name = "dead",
            description = {
                "Prints what was given up, a line each: its place in the public log, its id, what "
                        + "happened and when, how often it was tried, and what came of the last try.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 done, 1 there is no such subscription, 2 misuse or a fault."
            })
    static final class Dead extends Helpful implements Callable<Integer> {

        private final Io io;

        @Parameters(paramLabel = "ID", description = "As webhook list shows it.")
        private String id = "";

        @Mixin private DataOptions options;

        Dead(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.dead(io, options, id);
        }
    }

    /** Tells it again. */
    @Command(
            name = "again",
            description = {
                "Tells again what was given up, and lets a subscription stand again that was "
                        + "switched off.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 done, 1 there is no such subscription, 2 misuse or a fault."
            })
    static final class Again extends Helpful implements Callable<Integer> {

        private final Io io;

        @Parameters(paramLabel = "ID", description = "As webhook list shows it.")
        private String id = "";

        @Mixin private DataOptions options;

        Again(Io io) {
            this.io = io;
            options = new DataOptions();
        }

        @Override
        public Integer call() throws IOException {
            return Hooks.again(io, options, id);
        }
    }
}
