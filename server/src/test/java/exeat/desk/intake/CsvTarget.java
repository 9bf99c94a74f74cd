package exeat.desk.intake;

import exeat.fuzz.Target;
import exeat.rules.Pack;
import exeat.rules.fact.Vocabulary;
import exeat.rules.source.PackException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of applications as CSV: checked whole, its rows sorted, kept sealed and read again. */
public final class CsvTarget implements Target {

    private final IntakeFolder folder;
    private final Vocabulary vocabulary;

    public CsvTarget(Path data) throws IOException, PackException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        vocabulary = Pack.read(Path.of(root, "directives", "prc-1963")).vocabulary();
        folder =
                new IntakeFolder(
                        Files.createDirectories(data.resolve("one")), new Vault(Keys.in(data)));
    }

    @Override
    public void run(byte[] input) throws Exception {
        for (var format : FileIntake.Format.values()) {
            Files.deleteIfExists(folder.folder().resolve("upload"));
            try (var upload = folder.newUpload()) {
                upload.write(input, input.length);
                upload.flush();
            }
            var checked =
                    IntakeCheck.check(
                            folder,
                            format,
                            vocabulary,
                            _ -> new FileIntakes.ParsedLine(Optional.empty(), List.of()),
                            _ -> {});
            var problems = new ArrayList<CsvIntake.BadRow>();
            try (var listed = folder.list(IntakeFolder.PROBLEMS)) {
                for (var next = listed.next(); next.isPresent(); next = listed.next()) {
                    problems.add(IntakeRows.problem(next.get()));
                }
            }
            if (problems.size() != checked.listed()) {
                throw new IllegalStateException(problems.size() + " of " + checked.listed());
            }
        }
    }

    @Override
    public List<byte[]> seeds() {
        var header =
                "application,name_latn_family,name_latn_given,birth_date,nationality,residence,";
        var two =
                """
                purpose,language,contact
                a1,Kim,Sunhee,1980-05-01,KP,jl-yanji,return,ko,x
                a1,"Kim ""K"" ","two
                lines",1981-02-28,none,jl-yanji,settle,zh,
                """;
        var guardian =
                """
                purpose,language,guardian_1_name,guardian_1_traveller
                a,b,c,2020-1-1,KP,x,y,en,g,1
                """;
        return Stream.of(
                        header + two.replace("\n", "\r\n"),
                        header + guardian,
                        "{\"travellers\": []}\n{\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of(
                "application,",
                "name_hang_family,",
                "fact: ",
                "document: ",
                "guardian_2_name,",
                "\"\"",
                "\",\"",
                ",,,,",
                "\n\n",
                "1980-05-01",
                "KP",
                "jl-yanji",
                "=cmd|' /C'!A0");
    }
}
