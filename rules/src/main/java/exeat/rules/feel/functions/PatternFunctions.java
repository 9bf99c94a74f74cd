package exeat.rules.feel.functions;

import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** String functions with patterns (DMN 1.5, 10.3.4). */
final class PatternFunctions {

    private PatternFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add("matches", "input, pattern, flags?", PatternFunctions::matches);
        table.add("replace", "input, pattern, replacement, flags?", PatternFunctions::replace);
        table.add("split", "string, delimiter", PatternFunctions::split);
    }

    private static String flags(ActualArguments arguments, int at) {
        return arguments.value(at).isNull() ? "" : arguments.text(at);
    }

    private static XPathPattern pattern(ActualArguments arguments, String flags) {
        return XPathPattern.of(arguments.text(1), flags, arguments.run())
                .orElseThrow(NoAnswer::new);
    }

    private static FeelValue matches(ActualArguments arguments) {
        var input = arguments.text(0);
        return Values.of(pattern(arguments, flags(arguments, 2)).matcher(input).find());
    }

    private static FeelValue replace(ActualArguments arguments) {
        var input = arguments.text(0);
        var replacement = arguments.text(2);
        var pattern = pattern(arguments, flags(arguments, 3));
        if (pattern.matcher("").find()) {
            return Values.NULL; // XPath's error for a pattern that matches nothing at all.
        }
        var replaced = new StringBuilder();
        int from = 0;
        for (var match = pattern.matcher(input); match.find(); from = match.end()) {
            replaced.append(input, from, match.start());
            append(replaced, replacement, match);
            arguments.run().chargeText(replaced.length());
        }
        return Values.of(replaced.append(input, from, input.length()).toString());
    }

    private static void append(StringBuilder replaced, String replacement, Matcher match) {
        for (int at = 0; at < replacement.length(); at++) {
            char c = replacement.charAt(at);
            char next = at + 1 < replacement.length() ? replacement.charAt(at + 1) : ' ';
            if (c == '\\') {
                if (next != '\\' && next != '$') {
                    throw new NoAnswer();
                }
                replaced.append(next);
                at++;
            } else if (c == '$') {
                replaced.append(group(match, replacement, at + 1));
                at++;
            } else {
                replaced.append(c);
            }
        }
    }

    private static String group(Matcher match, String replacement, int at) {
        int digits = at;
        while (digits < replacement.length() && Character.isDigit(replacement.charAt(digits))) {
            digits++;
        }
        if (digits == at) {
            throw new NoAnswer();
        }
        int number = replacement.charAt(at) - '0';
        if (digits > at + 1 || number < 0 || number > match.groupCount()) {
            throw new EvaluationException("replaces by a group that is not there");
        }
        var group = match.group(number);
        return group == null ? "" : group;
    }

    private static FeelValue split(ActualArguments arguments) {
        var input = arguments.text(0);
        var pattern = pattern(arguments, "");
        if (pattern.matcher("").find()) {
            throw new EvaluationException("splits by a pattern that matches nothing at all");
        }
        List<FeelValue> parts = new ArrayList<>();
        int from = 0;
        for (var match = pattern.matcher(input); match.find(); from = match.end()) {
            parts.add(Values.of(input.substring(from, match.start())));
            arguments.run().charge(2);
        }
        parts.add(Values.of(input.substring(from)));
        return Values.of(parts);
    }
}
