package exeat.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of the road, by which operations are listed. */
final class Steps {

    static final String DIRECTIVE = "1 Directive";
    static final String BRIEFING = "2 Briefing";
    static final String INTAKE = "3 Intake";
    static final String DECISION = "4 Decision";
    static final String CLEARANCES = "5 Clearances and holds";
    static final String AUTHORISATION = "6 Authorisation";
    static final String CROSSING = "7 Crossing";
    static final String REPORT = "8 Report";
    static final String ANY_TIME = "9 At any time";
    static final String DOOR = "0 Sign in";

    private Steps() {}

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
