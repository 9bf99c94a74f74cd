package exeat.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of the road, by which operations are listed. */
public final class ApiTags {

    public static final String DIRECTIVE = "1 Directive";
    public static final String BRIEFING = "2 Briefing";
    public static final String INTAKE = "3 Intake";
    public static final String DECISION = "4 Decision";
    public static final String CLEARANCES = "5 Clearances and holds";
    public static final String AUTHORISATION = "6 Authorisation";
    public static final String CROSSING = "7 Crossing";
    public static final String REPORT = "8 Report";
    public static final String ANY_TIME = "9 At any time";
    static final String DOOR = "0 Sign in";

    private ApiTags() {}

    /** In the order of the road. */
    static Map<String, String> all() {
        var steps = new LinkedHashMap<String, String>();
        steps.put(DOOR, "Sessions with a bearer token. Cookies do not sign in here.");
        steps.put(DIRECTIVE, "What is in force, rule by rule beside its paragraph.");
        steps.put(BRIEFING, "How a directive comes down the tree, level by level.");
        steps.put(INTAKE, "An application, and each traveller's own act that makes it live.");
        steps.put(DECISION, "What the rules refer to a person; two officers for what harms.");
        steps.put(CLEARANCES, "Done or held; a hold has an owner and a limit.");
        steps.put(AUTHORISATION, "The travel authorisation.");
        steps.put(CROSSING, "Each function that the directive names for it records its part.");
        steps.put(REPORT, "The situation, and the register of issues.");
        steps.put(ANY_TIME, "Withdrawal, a claim to protection, questions, appeals.");
        return steps;
    }
}
