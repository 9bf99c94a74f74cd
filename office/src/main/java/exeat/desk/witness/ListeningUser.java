package exeat.desk.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Under which user of this machine a program listens, as Linux lists it. */
final class ListeningUser {

    private static final List<Path> TABLES =
            List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int USER = 7;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HEXADECIMAL = 16;

    private ListeningUser() {}

    /** Whether whatever listens at this address runs under the same user as this process. */
    static boolean isOwn(String address) {
        var uri = URI.create(address);
        try {
            if (!isThisMachine(InetAddress.getByName(uri.getHost()))) {
                return false;
            }
            int plain = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
            var user = of(uri.getPort() < 0 ? plain : uri.getPort());
            return user.isPresent() && user.get().equals(own());
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean isThisMachine(InetAddress address) throws IOException {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || NetworkInterface.getByInetAddress(address) != null;
    }

    private static String own() throws IOException {
        return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /** The number of the user under which something listens on a port; empty for nothing. */
    static Optional<String> of(int port) throws IOException {
        for (var table : TABLES) {
            if (!Files.isReadable(table)) {
                continue;
            }
            for (var line : Files.readAllLines(table)) {
                var parts = line.strip().split("\\s+", -1);
                if (parts.length > USER
                        && parts[STATE].equals(LISTENS)
                        && port(parts[ADDRESS]) == port) {
                    return Optional.of(parts[USER]);
                }
            }
        }
        return Optional.empty();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }
}
