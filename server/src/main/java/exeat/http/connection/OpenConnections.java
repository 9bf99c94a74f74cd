package exeat.http.connection;

import exeat.desk.limit.ClientNetwork;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number of open connections of each address, and of the network around it. A proxy on this
 * machine, which holds the connections of everybody, is not counted.
 */
final class OpenConnections {

    /** A network may hold as many connections as this many addresses. */
    private static final int ADDRESSES = 4;

    private final int most;
    private final boolean proxied;
    private final Map<String, Integer> ofHosts = new HashMap<>();
    private final Map<String, Integer> ofNetworks = new HashMap<>();

    /**
     * Starts at none.
     *
     * @param most that one address may hold
     * @param proxied whether a proxy on this machine passes requests on
     */
    OpenConnections(int most, boolean proxied) {
        this.most = most;
        this.proxied = proxied;
    }

    /** Counts one more; returns false, and counts nothing, if there are too many already. */
    synchronized boolean open(@Nullable SocketAddress from) {
        var network = network(from);
        if (network.equals(ClientNetwork.HERE)) {
            return true;
        }
        if (ofHosts.getOrDefault(network.host(), 0) >= most
                || ofNetworks.getOrDefault(network.wide(), 0) >= most * ADDRESSES) {
            return false;
        }
        ofHosts.merge(network.host(), 1, Integer::sum);
        ofNetworks.merge(network.wide(), 1, Integer::sum);
        return true;
    }

    /** Takes note that a counted connection is closed. */
    synchronized void closed(@Nullable SocketAddress from) {
        var network = network(from);
        ofHosts.computeIfPresent(network.host(), (_, open) -> open == 1 ? null : open - 1);
        ofNetworks.computeIfPresent(network.wide(), (_, open) -> open == 1 ? null : open - 1);
    }

    private ClientNetwork network(@Nullable SocketAddress from) {
        if (!(from instanceof InetSocketAddress inet) || inet.getAddress() == null) {
            return ClientNetwork.HERE;
        }
        return proxied && inet.getAddress().isLoopbackAddress()
                ? ClientNetwork.HERE
                : ClientNetwork.of(inet.getAddress().getHostAddress());
    }
}
