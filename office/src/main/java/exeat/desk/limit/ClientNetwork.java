package exeat.desk.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that a request comes from. An owner of one IPv6 address usually has every address
 * with the same first 64 bits, and often the same first 48.
 *
 * @param host an address of IPv4, or the first 64 bits of one of IPv6; empty for this process
 * @param wide its first 24 bits, or its first 48; empty for this process
 */
public record ClientNetwork(String host, String wide) {

    /** A program in this process, or at this machine's command line. */
    public static final ClientNetwork HERE = new ClientNetwork("", "");

    /** The part of the network of an address as text; one that is no address stands for itself. */
    public static ClientNetwork of(String address) {
        if (address.isEmpty()) {
            return HERE;
        }
        try {
            var read = InetAddress.ofLiteral(address);
            return read instanceof Inet6Address
                    ? new ClientNetwork(first(read, 8), first(read, 6))
                    : new ClientNetwork(address, first(read, 3));
        } catch (IllegalArgumentException unreadable) {
            return new ClientNetwork(address, address);
        }
    }

    private static String first(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
    }
}
