package exeat.tool;

import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.TypedIds;
import exeat.tool.cli.UsageError;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.OfficerClient;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Officers' accounts. */
@Command(
        name = "officer",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Adds, lists and deactivates officers' accounts, and gives mandates and a second factor.")
final class OfficerCommand extends CommandGroup {

    /** Makes an account. */
    @Command(
            name = "add",
            description = {
                "Makes an account for an officer of a unit. What they may do follows from the unit's"
                        + " function and place. Beside officers there are lawyers, auditors and"
                        + " administrators. The password is asked for on a terminal, or read from"
                        + " the first line of the input; hand it over in person.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 made, 1 no such unit, a login that is taken or a weak password, 2 misuse"
                        + " or a fault."
            })
    static final class Add extends OfficeCommand {

        @Parameters(
                index = "0",
                paramLabel = "UNIT",
                description = "The id of a unit, such as jl-yanji-fa.")
        private String unit = "";

        @Parameters(
                index = "1",
                paramLabel = "LOGIN",
                description =
                        "Lower-case letters and digits, with dots or hyphens between. It is for"
                                + " signing in alone: what the officer does is recorded under an"
                                + " id of its own. It is never reused.")
        private String login = "";

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "What colleagues call the officer; by default the login.")
        private @Nullable String name;

        @Option(
                names = "--directive",
                paramLabel = "DIRECTIVE",
                description =
                        "The directive under which the officer acts, such as prc-1963; needed"
                                + " where several have the unit. Give more with officer grant.")
        private @Nullable String directive;

        @Option(
                names = "--lawyer",
                description =
                        "A lawyer of the unit that issues the directive, who signs that its rules"
                                + " match its paragraphs.")
        private boolean lawyer;

        @Option(
                names = "--auditor",
                description =
                        "An auditor of the unit that issues the directive, who sees every case"
                                + " with replacement names and changes nothing. Make one account"
                                + " for each audit.")
        private boolean auditor;

        @Option(
                names = "--administrator",
                description =
                        "An administrator, who keeps accounts in the browser and sees no case. What"
                                + " gives or takes power over people takes two of them, so make"
                                + " two at least.")
        private boolean administrator;

        Add(CommandIo io) {
            super(io);
        }

        private OfficerClient.AccountKind role() {
            if (administrator) {
                return OfficerClient.AccountKind.ADMINISTRATOR;
            }
            if (auditor) {
                return OfficerClient.AccountKind.AUDITOR;
            }
            return lawyer ? OfficerClient.AccountKind.LAWYER : OfficerClient.AccountKind.OFFICER;
        }

        @Override
        public Integer call() throws IOException {
            TypedIds.unit(unit);
            TypedIds.login(login);
            if ((lawyer ? 1 : 0) + (auditor ? 1 : 0) + (administrator ? 1 : 0) > 1) {
                throw new UsageError(
                        "an account can be a lawyer's, an auditor's or an administrator's, but only"
                                + " one of these");
            }
            var shown = Optional.ofNullable(name).map(String::strip).filter(n -> !n.isEmpty());
            var password = io().newPassword();
            var called = shown.orElse(login);
            var under = Optional.ofNullable(directive);
            var request = new OfficerClient.Request(unit, under, login, called, password, role());
            return answer(OfficerClient.add(options(), request));
        }
    }

    /** Gives a mandate. */
    @Command(
            name = "grant",
            description = {
                "Gives an officer a mandate under one more directive: they see and decide cases"
                        + " under it as the unit's function and place allow, and choose under"
                        + " More under which directive they act.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 given, 1 no such officer or unit, or the mandate is there already,"
                        + " 2 misuse or a fault."
            })
    static final class Grant extends OfficeCommand {

        @Parameters(index = "0", paramLabel = "LOGIN", description = "As officer list shows it.")
        private String login = "";

        @Parameters(index = "1", paramLabel = "DIRECTIVE", description = "Such as prc-1963.")
        private String directive = "";

        @Parameters(
                index = "2",
                paramLabel = "UNIT",
                description = "The unit for which the officer acts under this directive.")
        private String unit = "";

        Grant(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            TypedIds.login(login);
            return answer(OfficerClient.grant(options(), login, directive, TypedIds.unit(unit)));
        }
    }

    /** Ends a mandate. */
    @Command(
            name = "revoke",
            description = {
                "Ends an officer's mandate under a directive at once, and the sessions under it."
                        + " The last mandate ends with the account: officer deactivate.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 ended, 1 no such officer or mandate, or it is the last, 2 misuse or"
                        + " a fault."
            })
    static final class Revoke extends OfficeCommand {

        @Parameters(index = "0", paramLabel = "LOGIN", description = "As officer list shows it.")
        private String login = "";

        @Parameters(index = "1", paramLabel = "DIRECTIVE", description = "Such as prc-1963.")
        private String directive = "";

        Revoke(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return answer(OfficerClient.revoke(options(), TypedIds.login(login), directive));
        }
    }

    /** Lists them. */
    @Command(
            name = "list",
            description =
                    "Lists the accounts, once for each mandate: login, directive, unit, function,"
                            + " whether it is a lawyer's, an auditor's or an administrator's,"
                            + " whether the officer has read the directive, and who made or"
                            + " deactivated the account and when.")
    static final class Lists extends OfficeCommand {

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return print(OfficerClient.list(options()));
        }
    }

    /** Ends an account. */
    @Command(
            name = "deactivate",
            description = {
                "Deactivates an account: the officer is signed out at once and cannot sign in"
                        + " again. What they did stays on record.",
                ""
            },
            footer = {
                "",
                "Exit status: 0 deactivated, 1 no such officer or already deactivated, 2 misuse"
                        + " or a fault."
            })
    static final class Deactivate extends OfficeCommand {

        @Parameters(paramLabel = "LOGIN", description = "As officer list shows it.")
        private String login = "";

        Deactivate(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            return answer(OfficerClient.deactivate(options(), TypedIds.login(login)));
        }
    }
}
