package exeat.server;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.Settings;
import exeat.http.connection.ConnectionGuard;
import exeat.store.OfficeException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;

/**
 * The server's entry point: {@code run}, {@code demo} with accounts and cases to try, or {@code
 * training} with cases for trainees.
 */
@QuarkusMain
public final class ServerMain implements QuarkusApplication {

    private static final int MISUSE = 2;

    /**
     * Parses the options, then starts the server with them.
     *
     * <p>Exit status: 0 done, 2 misuse or a fault, which standard error names in one line.
     */
    public static void main(String... args) {
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var options = new ServerOptions();
        var line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            err.println("exeat: " + e.getMessage());
            System.exit(MISUSE);
            return;
        }
        if (line.isUsageHelpRequested()) {
            line.usage(out);
            return;
        }
        var config = config(options, err);
        if (config.isEmpty()) {
            System.exit(MISUSE);
            return;
        }
        options.properties(config.get()).forEach(System::setProperty);
        System.setProperty(ConnectionGuard.ON, ConnectionGuard.VALUE);
        Quarkus.run(
                ServerMain.class,
                (status, fault) -> {
                    if (fault != null) {
                        err.println("exeat: " + why(fault));
                    }
                    System.exit(fault == null ? status : MISUSE);
                });
    }

    @Override
    public int run(String... args) {
        if (!ConnectionGuard.isOn()) {
            System.err.println("exeat: nothing limits connections: this is a bug in Exeat");
            return MISUSE;
        }
        var config = ConfigProvider.getConfig();
        var host = config.getValue("quarkus.http.host", String.class);
        var port = config.getValue("quarkus.http.port", Integer.class);
        System.out.println("ready http://" + host + ":" + port + "/");
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }

    /** The settings; empty, with a message, if they cannot be used. */
    private static Optional<Config> config(ServerOptions options, PrintWriter err) {
        try {
            var config = options.config(Path.of(System.getProperty("exeat.root", "")));
            var problem = options.problem(config).or(() -> portProblem(config));
            problem.ifPresent(text -> err.println("exeat: " + text));
            if (problem.isPresent()) {
                return Optional.empty();
            }
            options.claim(config);
            return Optional.of(config);
        } catch (ConfigException wrong) {
            wrong.lines().forEach(text -> err.println("exeat: " + text));
            return Optional.empty();
        } catch (OfficeException refused) {
            err.println("exeat: " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** Finds a port in use before starting a database in vain. */
    private static Optional<String> portProblem(Config config) {
        var host = config.text(Settings.HOST);
        int port = config.count(Settings.PORT);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "port "
                            + port
                            + " on "
                            + host
                            + " cannot be used: "
                            + e.getMessage()
                            + ". Choose another with --port.");
        }
    }

    private static String why(Throwable fault) {
        if (fault instanceof OfficeException office) {
            return String.valueOf(office.getMessage());
        }
        var cause = fault.getCause();
        return cause == null ? "the server could not start: " + fault.getMessage() : why(cause);
    }
}
