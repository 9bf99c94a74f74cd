package exeat.tool.office;

import exeat.desk.keeper.SignerServer;
import exeat.desk.keeper.WitnessServer;
import exeat.ledger.KeyName;
import exeat.ledger.verify.VerifierKey;
import exeat.store.OfficeException;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Runs the processes that other users than the office's run for it. */
public final class KeeperClient {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:]+):([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    private KeeperClient() {}

    /**
     * Runs a witness until the process is stopped.
     *
     * @param logs published keys, or files that hold them
     * @param listen as {@code HOST:PORT}; port 0 takes a free one, which is printed
     */
    public static int witness(
            CommandIo io, Path folder, String name, List<String> logs, String listen)
            throws IOException {
        if (!KeyName.isOne(name)) {
            throw new UsageError("--name: a name without spaces and plus signs: " + name);
        }
        var keys = logs.stream().map(KeeperClient::log).toList();
        var address = address(listen);
        try (var witness = WitnessServer.start(folder, name, keys, address, io.clock())) {
            io.print(
                    "%s%nlistening on http://%s:%d for %d %s%n"
                            .formatted(
                                    witness.verifierKey(),
                                    address.getHostString(),
                                    witness.port(),
                                    keys.size(),
                                    keys.size() == 1 ? "log" : "logs"));
            return untilStopped();
        } catch (OfficeException failed) {
            throw new UsageError(failed);
        }
    }

    /** Runs a signer until the process is stopped. */
    public static int signer(CommandIo io, Path folder, Path socket, String user)
            throws IOException {
        if (user.equals(System.getProperty("user.name", ""))) {
            io.err()
                    .println(
                            "exeat: this signer runs under the same user as the office, so it"
                                    + " does not protect the log");
        }
        try (var signer = SignerServer.start(folder, socket.toAbsolutePath(), user)) {
            io.print("%s%nlistening on %s for %s%n".formatted(signer.verifierKey(), socket, user));
            return untilStopped();
        } catch (OfficeException failed) {
            throw new UsageError(failed);
        }
    }

    /** A signal ends the process; the operating system lets go of lock and socket. */
    private static int untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.DONE;
    }

    private static VerifierKey log(String given) {
        var key =
                VerifierKey.parse(given.contains("+") ? given : CommandIo.read(Path.of(given)))
                        .filter(one -> !one.isWitness())
                        .orElseThrow(() ->
                                new UsageError("--log: not the published key of a log: " + given));
        if (key.isTraining()) {
            throw new UsageError(
                    "--log: this is the log of a training installation, which proves nothing, so"
                            + " that there is nothing to witness: "
                            + given);
        }
        return key;
    }

    private static InetSocketAddress address(String listen) {
        var parts = ADDRESS.matcher(listen);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MAX_PORT) {
            throw new UsageError("--listen: HOST:PORT, such as 127.0.0.1:8091: " + listen);
        }
        return new InetSocketAddress(
                parts.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(parts.group(2)));
    }
}
