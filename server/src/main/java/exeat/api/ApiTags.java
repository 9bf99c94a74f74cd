package exeat.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tags that group the API's operations, in the order of an application's steps. */
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

    /** All tags, in the order of a case's steps. */
    static Map<String, String> all() {
        var steps = new LinkedHashMap<String, String>();
        steps.put(DOOR, "Sessions with a bearer token. The API does not accept cookies.");
        steps.put(DIRECTIVE, "The directive in force, each rule beside its paragraph.");
        steps.put(BRIEFING, "How a directive is handed down, level by level.");
        steps.put(INTAKE, "Applications, and each traveller's own confirmation.");
        steps.put(DECISION, "Decisions by officers. Adverse acts take two officers.");
        steps.put(CLEARANCES, "A clearance is done or held. A hold has an owner and a deadline.");
        steps.put(AUTHORISATION, "The travel authorisation.");
        steps.put(CROSSING, "Each function that the directive names records its part.");
        steps.put(REPORT, "The situation, and the register of issues.");
        steps.put(ANY_TIME, "Withdrawal, a claim to protection, questions, appeals.");
        return steps;
    }
}
