package exeat.ledger.verify;

import exeat.ledger.verify.StrictJson.Unreadable;
import exeat.ledger.verify.TreeHead.Unproven;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a receipt without a network; it contains everything except the key. */
public final class ReceiptCheck {

    /** The first has plain numbers in its leaves; the second, what stands for them. */
    private static final List<String> FORMATS = List.of("exeat-receipt-1", "exeat-receipt-2");

    private static final String PLAIN = FORMATS.getFirst();

    private static final Pattern STREAM = Pattern.compile("[a-z]+(/[A-Za-z0-9._-]{1,80}){1,4}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{1,40}");

    private final List<String> shown = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private ReceiptCheck() {}

    /**
     * The checkpoint in a receipt, whether or not it proves anything.
     *
     * @throws Unproven if there is none
     */
    public static String note(String receipt) throws Unproven {
        try {
            return StrictJson.object(receipt).text("checkpoint");
        } catch (Unreadable unreadable) {
            throw new Unproven("cannot be read: the receipt " + unreadable.getMessage());
        }
    }

    /** Checks a receipt's text with the log's published key. */
    public static Verdict check(String receipt, VerifierKey key) {
        var check = new ReceiptCheck();
        try {
            check.run(StrictJson.object(receipt), key);
        } catch (Unreadable unreadable) {
            check.wrong.add("the receipt " + unreadable.getMessage());
        }
        return new Verdict(check.shown, check.wrong);
    }

    private void run(StrictJson receipt, VerifierKey key) throws Unreadable {
        if (!FORMATS.contains(receipt.text("format"))) {
            wrong.add("the receipt has a format that this version does not know");
            return;
        }
        if (receipt.text("format").equals(PLAIN) && isAnyPlaced(receipt)) {
            wrong.add("a step of it has a place, which its format does not know");
            return;
        }
        TreeHead head;
        try {
            head = TreeHead.of(receipt.text("checkpoint"), key);
        } catch (Unproven unproven) {
            wrong.add("its checkpoint " + unproven.getMessage());
            return;
        }
        shown.add(
                "Its checkpoint of %s over %,d entries is signed by its key."
                        .formatted(head.origin(), head.size()));
        var last = steps(receipt, head);
        if (last.isEmpty()) {
            wrong.add("it contains no step that is in the log, so it proves nothing");
        }
        number(receipt);
        waiting(receipt, last.map(Step::event));
        shown.add(
                "The numbers of the steps are not part of the proof, and steps may have been left"
                        + " out.");
    }

    /**
     * In the first format a leaf has the number that is shown, so that nothing else stands for it.
     */
    private static boolean isAnyPlaced(StrictJson receipt) throws Unreadable {
        for (var list : List.of("steps", "waiting")) {
            for (var json : receipt.objects(list)) {
                if (json.optionalText("place").isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The steps of another file that proves them in the same way. */
    static Verdict stepsOf(StrictJson file, TreeHead head) throws Unreadable {
        var check = new ReceiptCheck();
        check.steps(file, head);
        return new Verdict(check.shown, check.wrong);
    }

    /** What is not proved must at least follow what is. */
    private void waiting(StrictJson receipt, Optional<Event> last) throws Unreadable {
        var before = last;
        for (var json : receipt.objects("waiting")) {
            var event = event(json);
            if (before.filter(one -> !follows(one, event)).isPresent()) {
                wrong.add("%s does not follow the step before it".formatted(event.name()));
            }
            shown.add("Not proved: %s is not yet in the log.".formatted(event.name()));
            before = Optional.of(event);
        }
    }

    private static boolean follows(Event before, Event event) {
        return event.stream().equals(before.stream()) && event.sequence() > before.sequence();
    }

    /** The application's number is in no hash of its own; the content of the first step has it. */
    private void number(StrictJson receipt) throws Unreadable {
        var number = receipt.text("number");
        if (number.isEmpty()) {
            return;
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new Unreadable("has no readable \"number\"");
        }
        boolean said = false;
        for (var json : receipt.objects("steps")) {
            var step = step(json);
            if (step.event().type().equals("applied") && step.text().isPresent()) {
                said = step.text().get().contains("\"number\":\"" + number + "\"");
                if (!said) {
                    wrong.add("its first step is of another application than " + number);
                }
            }
        }
        shown.add(
                said
                        ? "It is of application %s.".formatted(number)
                        : "It says that it is of application %s; nothing here proves that."
                                .formatted(number));
    }

    private Optional<Step> steps(StrictJson receipt, TreeHead head) throws Unreadable {
        Optional<Step> before = Optional.empty();
        for (var json : receipt.objects("steps")) {
            var step = step(json);
            if (before.isPresent()) {
                inOrder(before.get(), step);
            }
            check(step, head);
            before = Optional.of(step);
        }
        return before;
    }

    private record Event(
            String stream, long sequence, String type, String at, String lines, String payload) {
        String name() {
            return "step %d (%s, %s)".formatted(sequence, type, at);
        }
    }

    private record Step(
            Event event,
            String leaf,
            long index,
            List<byte[]> proof,
            Optional<String> salt,
            Optional<String> text) {}

    private static Step step(StrictJson json) throws Unreadable {
        var proof = new ArrayList<byte[]>();
        for (var hash : json.texts("proof")) {
            proof.add(base64(hash, "proof"));
        }
        return new Step(
                event(json),
                json.text("leaf"),
                json.number("index"),
                proof,
                json.optionalText("salt"),
                json.optionalText("payload"));
    }

    /**
     * The data that the log's entry hashes: the event's fields as lines, the time in microseconds.
     */
    private static Event event(StrictJson json) throws Unreadable {
        var at = json.text("at");
        // Whatever is printed has a narrow form: else a text could write lines of its own.
        if (!STREAM.matcher(json.text("stream")).matches()
                || !TYPE.matcher(json.text("type")).matches()) {
            throw new Unreadable("has no readable \"stream\" or \"type\"");
        }
        try {
            var instant = Instant.parse(at);
            if (!instant.truncatedTo(ChronoUnit.MICROS).toString().equals(at)) {
                throw new Unreadable("has an \"at\" in another form than the log's");
            }
            var micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
            var place = json.optionalText("place");
            var lines =
                    String.join(
                            "\n",
                            json.text("stream"),
                            place.orElse(Long.toString(json.number("sequence"))),
                            json.text("type"),
                            Long.toString(micros),
                            json.text("actor"),
                            json.text("authority"),
                            json.text("payloadHash"));
            return new Event(
                    json.text("stream"),
                    json.number("sequence"),
                    json.text("type"),
                    at,
                    lines,
                    json.text("payloadHash"));
        } catch (DateTimeException | ArithmeticException bad) {
            throw new Unreadable("has no readable \"at\"");
        }
    }

    private void inOrder(Step before, Step step) {
        if (!step.event().stream().equals(before.event().stream())
                || step.event().sequence() <= before.event().sequence()
                || step.index() <= before.index()) {
            wrong.add(
                    "%s does not follow %s in the log"
                            .formatted(step.event().name(), before.event().name()));
        }
    }

    private void check(Step step, TreeHead head) throws Unreadable {
        var name = step.event().name();
        var entry = MerkleHash.leaf(step.event().lines().getBytes(StandardCharsets.UTF_8));
        int faults = wrong.size();
        if (step.text().isPresent()) {
            var salt = base64(step.salt().orElse(""), "salt");
            var text = step.text().get().getBytes(StandardCharsets.UTF_8);
            if (!hex(MerkleHash.of(salt, text)).equals(step.event().payload())) {
                wrong.add(name + ": its content does not match its payloadHash");
            }
        }
        if (!hex(entry).equals(step.leaf())) {
            wrong.add(name + ": its fields do not match its leaf hash");
        }
        if (!ProofCheck.isIncluded(
                step.index(),
                head.size(),
                MerkleHash.leaf(entry),
                step.proof(),
                head.rootBytes())) {
            wrong.add(
                    "%s: its proof does not connect entry %d to the signed root"
                            .formatted(name, step.index()));
        }
        if (wrong.size() == faults) {
            shown.add(
                    "%s is entry %d%s."
                            .formatted(
                                    name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                            + name.substring(1),
                                    step.index(),
                                    step.text().isPresent() ? ", with its content" : ""));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] base64(String text, String what) throws Unreadable {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException bad) {
            throw new Unreadable("has no readable \"" + what + "\"");
        }
    }
}
