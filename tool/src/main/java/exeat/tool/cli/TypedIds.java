package exeat.tool.cli;

/** Ids as they were typed. */
public final class TypedIds {

    private static final String UNIT = "[a-z0-9]+(-[a-z0-9]+)*+";
    private static final String LOGIN = "[a-z0-9]+([.-][a-z0-9]+)*+";
    private static final int MAX_LENGTH = 64;

    private TypedIds() {}

    public static String unit(String text) {
        if (text.length() > MAX_LENGTH || !text.matches(UNIT)) {
            throw new UsageError("not the id of a unit, such as jl-yanji-fa: " + text);
        }
        return text;
    }

    public static String login(String text) {
        if (text.length() > MAX_LENGTH || !text.matches(LOGIN)) {
            throw new UsageError(
                    "not a login (lower-case letters and digits, with dots or hyphens between): "
                            + text);
        }
        return text;
    }
}
