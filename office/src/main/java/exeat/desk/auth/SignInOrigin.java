package exeat.desk.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * From where somebody signs in.
 *
 * @param address of the network, as the caller's connection has it; empty where there is none
 * @param device what {@link Authentication#deviceOfOfficer} and {@link
 *     Authentication#deviceOfTraveller} gave to this browser before, with {@link #BETWEEN} between
 *     them; empty for one that is not known
 */
public record SignInOrigin(String address, String device) {

    public static final String BETWEEN = "~";

    /** A program in this process or on this machine. */
    public static final SignInOrigin HERE = new SignInOrigin("", "");

    /** An IPv6 address counts by its first 64 bits, because their owner has all of them. */
    String network() {
        try {
            if (!address.isEmpty() && InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
            }
            return address;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
