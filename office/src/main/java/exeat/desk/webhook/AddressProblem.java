package exeat.desk.webhook;

/** Why an address can never be called. */
public enum AddressProblem {
    TRAINING("this is a training installation, which calls nobody"),
    BROKEN("it is not an address"),
    PARTS("it must have a host, but no user and no fragment"),
    PORT("its port must be at most 65535"),
    ASCII("it must be written in ASCII"),
    LOOPBACK(
            "it must begin with https:// (or http:// to this machine, if webhooks.loopback is on)"),
    SCHEME("it must begin with https://"),
    /** The address is of the office's own network or machine, or of no host of the internet. */
    INSIDE("it is not a public address");

    private final String clause;

    AddressProblem(String clause) {
        this.clause = clause;
    }

    /** As a clause in English, for operators. */
    public String clause() {
        return clause;
    }
}
