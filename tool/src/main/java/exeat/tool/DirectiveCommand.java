package exeat.tool;

import exeat.rules.Pack;
import exeat.rules.source.PackException;
import exeat.tool.cli.CommandGroup;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import exeat.tool.office.DataOptions;
import exeat.tool.office.DirectiveClient;
import exeat.tool.office.OfficeCommand;
import exeat.tool.office.RecordText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register of directives. */
@Command(
        name = "directive",
        synopsisSubcommandLabel = "COMMAND",
        description = "Writes, imports, shows and lists directives, and keeps drafts of them.")
final class DirectiveCommand extends CommandGroup {

    /** Whether there is a register to ask. */
    private static boolean isThere(DataOptions options) {
        return options.setup().hasOffice();
    }

    /** Reads an archive's text of a directive. */
    @Command(
            name = "import",
            description = {
                "Imports the text of a directive, as published by an archive, into the register,"
                        + " and prints it. This puts nothing in force.",
                ""
            },
            footer = {"", "Exit status: 0 imported, 2 the file is not such a record, or a fault."})
    static final class Import extends OfficeCommand {

        @Parameters(paramLabel = "FILE", description = "A text in UTF-8.")
        private Path file = Path.of("");

        Import(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var name = String.valueOf(file.getFileName());
            var id = DirectiveClient.importText(options(), name, read());
            return print(DirectiveClient.show(options(), id));
        }

        private String read() {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (CharacterCodingException e) {
                throw new UsageError(file + ": is not UTF-8 text", e);
            } catch (IOException e) {
                throw new UsageError(file + ": cannot be read", e);
            }
        }
    }

    /** Stores a draft. */
    @Command(
            name = "draft",
            description = {
                "Stores a pack as a draft for review on the site, with a page and a PDF of its"
                        + " proofs, even if they fail. A draft decides nothing and cannot be put"
                        + " in force.",
                ""
            },
            footer = {
                "",
                "Prints the address of the draft's page on the site. Exit status: 0 stored, 2 it"
                        + " cannot be read, or a fault."
            })
    static final class Drafts extends OfficeCommand {

        @Parameters(
                paramLabel = "PACK",
                description = "A pack's folder, or the id of one under directives/.")
        private String pack = "";

        Drafts(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var ref =
                    DirectiveClient.keep(
                            options(), PackLocator.find(pack, options().setup().directives()));
            return print("/directives/%s/proof/%s%n".formatted(ref.id(), ref.hash()));
        }
    }

    /** Prints one directive. */
    @Command(
            name = "show",
            description =
                    "Prints the record of a pack or of an imported text. If there is a register,"
                            + " also prints what is in force, who signed each rule, and when; for"
                            + " a folder or a pack below another one, no register is opened.",
            footer = {"", "Exit status: 0 shown, 1 no such directive, 2 misuse or a fault."})
    static final class Show extends OfficeCommand {

        @Parameters(
                paramLabel = "PACK",
                description = "A pack's folder, or an id such as prc-1963; see directive list.")
        private String id = "";

        Show(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var packs = options().setup().directives();
            var folder = PackLocator.folderOf(id, packs);
            var text = "";
            if (PackLocator.ids(packs).contains(id) && !id.contains("/")) {
                text = record(packs.resolve(id)) + life();
            } else if (folder.isPresent()) {
                text = record(folder.get());
            } else if (isThere(options())) {
                text = DirectiveClient.show(options(), id);
            }
            if (text.isEmpty()) {
                return negative("no directive " + id + "; see exeat directive list");
            }
            return print(text);
        }

        private String life() {
            return isThere(options()) ? DirectiveClient.life(options(), id) : "";
        }

        /** The record of a pack; if the pack cannot be read, every problem is printed instead. */
        private static String record(Path folder) {
            try {
                var pack = Pack.parse(folder);
                var text = RecordText.of(pack.ref(), pack.record());
                return text + RecordText.problems(pack);
            } catch (PackException bad) {
                throw new UsageError(bad);
            }
        }
    }

    /** Prints what is signed. */
    @Command(
            name = "form",
            description = {
                "Prints the canonical form of a pack and its hash, which identifies a version"
                        + " when it is signed, put in force and logged. Needs no register.",
                ""
            },
            footer = {
                "",
                "The form is one line of JSON in UTF-8 (RFC 8785); the hash is SHA-256 of its bytes"
                        + " without the end of the line. Exit status: 0 printed, 2 the pack is not"
                        + " sound, or a fault."
            })
    static final class Form extends OfficeCommand {

        @Parameters(
                paramLabel = "PACK",
                description = "A pack's folder, or the id of one under directives/.")
        private String pack = "";

        @Option(names = "--hash", description = "Print the hash alone.")
        private boolean hashAlone;

        Form(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var form = PackLocator.read(pack, options().setup().directives()).form();
            var text = new String(form.bytes(), StandardCharsets.UTF_8);
            return print((hashAlone ? "" : text + "\n") + form.hash() + "\n");
        }
    }

    /** Lists all directives. */
    @Command(
            name = "list",
            description = "Lists the packs under directives/ and what the register holds.")
    static final class Lists extends OfficeCommand {

        Lists(CommandIo io) {
            super(io);
        }

        @Override
        public Integer call() throws IOException {
            var text = new StringBuilder();
            var folder = options().setup().directives();
            for (var id : PackLocator.ids(folder)) {
                var ref = PackLocator.read(id, folder).ref();
                text.append(
                        "%-28s pack, version %s, %s%n"
                                .formatted(id, ref.version(), ref.hash().substring(0, 16)));
            }
            if (isThere(options())) {
                text.append(DirectiveClient.list(options()));
            }
            return print(text.toString());
        }
    }
}
