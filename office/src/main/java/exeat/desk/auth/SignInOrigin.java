package exeat.desk.auth;

import exeat.desk.limit.ClientNetwork;

/**
 * The origin of a sign-in.
 *
 * @param address the network address of the caller's connection; empty if there is none
 * @param device what {@link Authentication#deviceOfOfficer} and {@link
 *     Authentication#deviceOfTraveller} gave to this browser before, with {@link #BETWEEN} between
 *     them; empty if it is not known
 */
public record SignInOrigin(String address, String device) {

    public static final String BETWEEN = "~";

    /** A program in this process or on this machine. */
    public static final SignInOrigin HERE = new SignInOrigin("", "");

    /** From which part of the network that is. */
    public ClientNetwork network() {
        return ClientNetwork.of(address);
    }
}
