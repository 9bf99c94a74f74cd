package exeat.tool.seal;

import exeat.papers.seal.SealCheck;
import exeat.papers.seal.SealEnvelope;
import exeat.papers.seal.SealStatement;
import exeat.papers.seal.VerifierState;
import exeat.papers.status.ListFault;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.TrustedAuthority;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.InstantConverter;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks one seal, trusting the authorities that are given. */
@Command(
        name = "verify",
        description = {
            "Checks the seal of a travel authorisation without any connection, and says what it"
                    + " establishes: who signed it, for whom, whether it is valid now and, with a"
                    + " list, whether it was revoked when the list was made. docs/seal.md describes"
                    + " the format.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 established, 1 not established, or a list could not be used, 2 misuse"
                    + " or a fault. A paper that could not be verified says nothing about the person"
                    + " who holds it."
        })
public final class SealVerifyCommand extends HelpfulCommand implements Callable<Integer> {

    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\\s]*)-----END [A-Z0-9 ]+-----");

    private final CommandIo io;

    @Option(
            names = "--authority",
            paramLabel = "STATE=FILE",
            description =
                    "The certificates of a country signing authority (PEM or DER) and the code of"
                            + " the state whose papers it vouches for, such as UTO=csca.pem. Get it"
                            + " from a source other than the paper. May be given several times.")
    private List<String> authorities = List.of();

    @Option(
            names = "--crl",
            paramLabel = "STATE=FILE",
            description = "The revocation list of an authority, with the signers it has withdrawn.")
    private List<String> withdrawals = List.of();

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "A signed list of revoked papers (CWT). May be given several times.")
    private List<Path> lists = List.of();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = InstantConverter.class,
            description = "As of this time, such as 2026-12-01T09:00:00Z, instead of now.")
    private @Nullable Instant at;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "The time zone of the place where the paper is shown, such as Asia/Seoul: its"
                            + " first and last day are days there. UTC if not given.")
    private String zone = "UTC";

    @Parameters(
            paramLabel = "FILE|TEXT",
            description =
                    "The text of the barcode, which begins with {, a file that holds it, or a"
                            + " picture of the paper (PNG or JPEG); - for standard input.")
    private String seal = "";

    public SealVerifyCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        var trusted = trusted();
        Instant now = at == null ? io.clock().instant() : at;
        var place = zone();
        var bytes = bytes();
        var text = new StringBuilder();
        var usable = new ArrayList<StatusReading.Read>();
        for (var file : lists) {
            switch (list(file, trusted)) {
                case StatusReading.Read read -> usable.add(read);
                case StatusReading.Unreadable none ->
                        text.append(SealText.unused(String.valueOf(file.getFileName()), none));
            }
        }
        boolean allUsed = usable.size() == lists.size();
        // A clock that is behind a date from a trusted signer is wrong.
        var known =
                usable.stream()
                        .map(read -> read.token().issuedAt())
                        .max(Instant::compareTo)
                        .orElse(Instant.MIN);
        var reader = new VerifierState(trusted, usable, now, known, place);
        var statement = SealCheck.check(bytes, reader);
        io.print(text + SealText.of(statement, reader));
        return statement instanceof SealStatement.Established && allUsed
                ? ExitStatus.DONE
                : ExitStatus.NEGATIVE;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException none) {
            throw new UsageError("--zone: " + zone + " is not a time zone", none);
        }
    }

    /**
     * The bytes to check: no more than a seal can have, plus one, so that a longer one is reported
     * as such.
     */
    private byte[] bytes() throws IOException {
        if (seal.strip().startsWith("{")) {
            return seal.getBytes(StandardCharsets.UTF_8);
        }
        try (var in = io.open(seal)) {
            var bytes = in.readNBytes(SealEnvelope.MAX_BYTES + 1);
            return SealImage.is(bytes) ? code(bytes, in.readNBytes(SealImage.MAX_BYTES)) : bytes;
        }
    }

    /** What the code in a picture says. */
    private static byte[] code(byte[] begin, byte[] rest) throws IOException {
        var picture = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, picture, begin.length, rest.length);
        return SealImage.text(picture)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new UsageError(
                                "no code can be read in this picture. Take it from above, in even"
                                        + " light, with the whole code and its white margin"));
    }

    private List<TrustedAuthority> trusted() {
        var trusted = new ArrayList<TrustedAuthority>();
        for (var given : pairs("--authority", authorities).entrySet()) {
            for (var file : given.getValue()) {
                for (var der : all(file)) {
                    trusted.add(
                            TrustedAuthority.read(given.getKey(), der)
                                    .orElseThrow(() ->
                                            new UsageError(
                                                    file
                                                            + ": not the certificate of an"
                                                            + " authority")));
                }
            }
        }
        for (var given : pairs("--crl", withdrawals).entrySet()) {
            for (var file : given.getValue()) {
                withdraw(trusted, given.getKey(), file);
            }
        }
        return trusted;
    }

    private static void withdraw(List<TrustedAuthority> trusted, String state, Path file) {
        var list = der(file);
        boolean known = false;
        for (var each : trusted.reversed()) {
            var without = each.revoking(list);
            if (each.state().equals(state) && without.isPresent()) {
                trusted.set(trusted.indexOf(each), without.get());
                known = true;
                break;
            }
        }
        if (!known) {
            throw new UsageError(file + ": not a revocation list of an authority of " + state);
        }
    }

    private static Map<String, List<Path>> pairs(String option, List<String> given) {
        var pairs = new LinkedHashMap<String, List<Path>>();
        for (var pair : given) {
            int sign = pair.indexOf('=');
            if (!pair.matches("[A-Z]{1,3}=.+")) {
                throw new UsageError(option + ": give a state's code and a file, as UTO=FILE");
            }
            pairs.computeIfAbsent(pair.substring(0, sign), _ -> new ArrayList<>())
                    .add(Path.of(pair.substring(sign + 1)));
        }
        return pairs;
    }

    private static byte[] der(Path file) {
        return all(file).getFirst();
    }

    /** The blocks of a file in PEM, or the file as it is. */
    private static List<byte[]> all(Path file) {
        var bytes = read(file);
        var pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        try {
            var blocks =
                    pem.results()
                            .map(block -> Base64.getMimeDecoder().decode(block.group(1)))
                            .toList();
            return blocks.isEmpty() ? List.of(bytes) : blocks;
        } catch (IllegalArgumentException broken) {
            throw new UsageError(file + ": its base64 is broken", broken);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageError(file + ": cannot be read", e);
        }
    }

    /** The list of whichever state is trusted and has signed it. */
    private static StatusReading list(Path file, List<TrustedAuthority> trusted) {
        var bytes = read(file);
        var states = new LinkedHashSet<String>();
        trusted.forEach(authority -> states.add(authority.state()));
        StatusReading last = new StatusReading.Unreadable(ListFault.UNKNOWN_SIGNER);
        for (var state : states) {
            last = StatusTokens.read(bytes, state, trusted);
            if (last instanceof StatusReading.Read) {
                return last;
            }
        }
        return last;
    }
}
