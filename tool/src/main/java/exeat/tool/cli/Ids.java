package exeat.tool.cli;

/** Ids as they were typed. */
public final class Ids {

    private static final String UNIT = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String LOGIN = "[a-z0-9]+([.-][a-z0-9]+)*";
    private static final int LONGEST = 64;

    private Ids() {}

    public static String unit(String text) {
        if (text.length() > LONGEST || !text.matches(UNIT)) {
            throw new Trouble("not the id of a unit, such as jl-yanji-fa: " + text);
        }
        return text;
    }

    public static String login(String text) {
        if (text.length() > LONGEST || !text.matches(LOGIN)) {
            throw new Trouble(
                    "not a login (lower-case letters and digits, with dots or hyphens between): "
                            + text);
        }
        return text;
    }
}
