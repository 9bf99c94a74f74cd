package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonGenerator;
import exeat.json.FindingJson;
import exeat.json.JsonFields;
import exeat.rules.Directive;
import exeat.rules.Interview.Ask;
import exeat.rules.Interview.Settled;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.tool.cli.CommandIo;
import exeat.tool.input.FactColumns;
import exeat.tool.input.FactRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** One interview: asks, goes back, and prints the finding. Keeps no answer afterwards. */
final class InterviewDialogue {

    private static final String NOT_KNOWN = "?";
    private static final String BACK = "<";

    /** An answer; nothing for "I don't know". */
    private record Answer(FactName fact, Optional<Value> value) {}

    private final Directive directive;
    private final CommandIo io;
    private final Locale locale;
    private final boolean json;
    private final BufferedReader in;
    private final List<Answer> answers = new ArrayList<>();

    InterviewDialogue(Directive directive, CommandIo io, Locale locale, boolean json) {
        this.directive = directive;
        this.io = io;
        this.locale = locale;
        this.json = json;
        this.in = new BufferedReader(new InputStreamReader(io.in(), StandardCharsets.UTF_8));
    }

    /** Whether it came to its end. */
    boolean hold(Facts given) throws IOException {
        var interview = directive.interview();
        while (true) {
            var known = given;
            var notKnown = new TreeSet<FactName>();
            for (var answer : answers) {
                if (answer.value().isPresent()) {
                    known = known.with(answer.fact(), answer.value().get());
                } else {
                    notKnown.add(answer.fact());
                }
            }
            switch (interview.next(known, notKnown)) {
                case Settled(var finding) -> {
                    conclude(known, finding);
                    return true;
                }
                case Ask ask -> {
                    ask(ask);
                    if (!answer(ask)) {
                        return false;
                    }
                }
            }
        }
    }

    private FactDefinition definition(FactName fact) {
        return directive.vocabulary().definition(fact).orElseThrow();
    }

    /** The words that answer it, but for the free ones. */
    private static List<String> choices(FactDefinition fact) {
        var words = new ArrayList<>(fact.values());
        if (fact.type() == FactDefinition.FactType.BOOLEAN) {
            words.addAll(List.of("true", "false"));
        }
        if (fact.optional()) {
            words.add("absent");
        }
        if (fact.isProtected()) {
            words.add("withheld");
        }
        return words;
    }

    private void ask(Ask ask) throws IOException {
        var fact = definition(ask.fact());
        if (json) {
            askInJson(ask, fact);
            return;
        }
        var key = "fact." + fact.name().slug();
        var text =
                new StringBuilder(textOr(key + ".question", textOr(key + ".label", "")))
                        .append('\n');
        var choices = choices(fact);
        for (int at = 0; at < choices.size(); at++) {
            var word = choices.get(at);
            var label = textOr(key + ".value." + word.replace(' ', '-'), word);
            text.append("  %d  %s  %s%n".formatted(at + 1, word, label));
        }
        text.append("  ?  not known").append(answers.isEmpty() ? "" : "    <  back").append("\n> ");
        io.print(text.toString());
    }

    private String textOr(String key, String otherwise) {
        var text = directive.messages().text(locale, key);
        return text.equals(key) ? otherwise : text;
    }

    private void askInJson(Ask ask, FactDefinition fact) throws IOException {
        try (JsonGenerator out = FindingLines.JSON.createGenerator(io.out())) {
            var key = "fact." + fact.name().slug();
            out.writeStartObject();
            out.writeObjectFieldStart("ask");
            out.writeStringField("fact", fact.name().text());
            out.writeStringField("question", textOr(key + ".question", textOr(key + ".label", "")));
            out.writeStringField("type", fact.type().name().toLowerCase(Locale.ROOT));
            JsonFields.texts(out, "values", choices(fact));
            out.writeBooleanField("protected", fact.isProtected());
            JsonFields.texts(out, "open", ask.open().stream().map(FactName::text).toList());
            out.writeFieldName("expected");
            if (ask.expected().isPresent()) {
                out.writeNumber(Math.round(ask.expected().getAsDouble() * 1000) / 1000.0);
            } else {
                out.writeNull();
            }
            out.writeEndObject();
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    /** Whether there was an answer, or the wish to go back. */
    private boolean answer(Ask ask) throws IOException {
        var fact = definition(ask.fact());
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var word = line.strip();
            if (word.equals(BACK)) {
                if (!answers.isEmpty()) {
                    answers.removeLast();
                }
                return true;
            }
            var value = value(fact, word);
            if (word.equals(NOT_KNOWN) || value.isPresent()) {
                answers.add(new Answer(fact.name(), value));
                return true;
            }
            io.err().println(fact.name() + ": must be " + FactColumns.expected(fact) + ", ? or <");
        }
        return false;
    }

    private static Optional<Value> value(FactDefinition fact, String word) {
        var choices = choices(fact);
        boolean isNumber = !choices.isEmpty() && word.matches("[1-9][0-9]?");
        if (isNumber && Integer.parseInt(word) <= choices.size()) {
            return fact.parse(choices.get(Integer.parseInt(word) - 1));
        }
        return fact.parse(word);
    }

    private void conclude(Facts known, Finding finding) throws IOException {
        if (json) {
            try (JsonGenerator out = FindingLines.JSON.createGenerator(io.out())) {
                out.writeStartObject();
                out.writeFieldName("finding");
                FindingJson.write(out, finding);
                out.writeEndObject();
                out.writeRaw('\n');
            }
            return;
        }
        var asked = "after " + answers.size() + " questions";
        io.print(
                "\n"
                        + new ExplainText(directive, locale)
                                .of(new FactRow.Good(asked, known), false));
    }
}
