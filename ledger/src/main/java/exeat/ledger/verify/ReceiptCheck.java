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

    /**
     * The first has plain numbers in its leaves; the second, what stands for them; in the third
     * each step names the step before it as well.
     */
    private static final List<String> FORMATS =
            List.of("exeat-receipt-1", "exeat-receipt-2", "exeat-receipt-3");

    private static final String CHAINED = FORMATS.getLast();

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
        if (receipt.text("format").equals(PLAIN) && isAny(receipt, "place")) {
            wrong.add("a step of it has a place, which its format does not know");
            return;
        }
        boolean chained = receipt.text("format").equals(CHAINED);
        if (chained ? !areAll(receipt, "before") : isAny(receipt, "before")) {
            wrong.add(
                    chained
                            ? "a step of it does not say which one was before it"
                            : "a step of it names the one before, which its format does not know");
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
        var steps = steps(receipt);
        var chain = receipt.optionalText("chain");
        prove(steps, head, chain);
        if (steps.isEmpty()) {
            wrong.add("it contains no step that is in the log, so it proves nothing");
        }
        number(receipt);
        waiting(receipt, steps);
        // The sender of a receipt can write anything about a step that is not in the log.
        shown.addAll(ChainCheck.sentences(chain, steps.stream().map(Step::event).toList()));
    }

    /**
     * In the first format a leaf has the number that is shown, so that nothing else stands for it.
     */
    private static boolean isAny(StrictJson receipt, String member) throws Unreadable {
        return events(receipt).stream().anyMatch(json -> json.optionalText(member).isPresent());
    }

    private static boolean areAll(StrictJson receipt, String member) throws Unreadable {
        return events(receipt).stream().allMatch(json -> json.optionalText(member).isPresent());
    }

    private static List<StrictJson> events(StrictJson receipt) throws Unreadable {
        var events = new ArrayList<>(receipt.objects("steps"));
        events.addAll(receipt.objects("waiting"));
        return events;
    }

    /** The steps of another file that proves them in the same way. */
    static Verdict stepsOf(StrictJson file, TreeHead head) throws Unreadable {
        var check = new ReceiptCheck();
        check.prove(check.steps(file), head, Optional.empty());
        return new Verdict(check.shown, check.wrong);
    }

    /** What is not proved must at least follow what is. */
    private void waiting(StrictJson receipt, List<Step> steps) throws Unreadable {
        var before = steps.isEmpty() ? Optional.<Event>empty() : Optional.of(steps.getLast().event);
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

    private List<Step> steps(StrictJson receipt) throws Unreadable {
        var steps = new ArrayList<Step>();
        for (var json : receipt.objects("steps")) {
            var step = step(json);
            if (!steps.isEmpty()) {
                inOrder(steps.getLast(), step);
            }
            steps.add(step);
        }
        return steps;
    }

    /**
     * From the last step back, because a step without a proof of its own is proved by the next one
     * of its chain, which names it.
     */
    private void prove(List<Step> steps, TreeHead head, Optional<String> chain) throws Unreadable {
        Optional<Event> next = Optional.empty();
        var told = new ArrayList<String>();
        for (var step : steps.reversed()) {
            var event = step.event();
            boolean named = next.filter(later -> later.names(event.entry(), chain)).isPresent();
            int faults = wrong.size();
            fields(step);
            if (step.proof().isPresent()) {
                included(step, head);
            } else if (!named) {
                wrong.add(
                        "%s has no proof, and no later step that is proved names it"
                                .formatted(event.name()));
            }
            if (wrong.size() == faults) {
                told.add(sentence(step));
            }
            if (event.key().isPresent()) {
                next = wrong.size() == faults ? Optional.of(event) : Optional.empty();
            }
        }
        shown.addAll(told.reversed());
    }

    /**
     * A step as the log's entry hashes it.
     *
     * @param before what its entry says of the steps before it; empty in the earlier formats
     * @param key opens the link of the receipt's chain
     */
    record Event(
            String stream,
            long sequence,
            String type,
            String at,
            String lines,
            String payload,
            Optional<String> before,
            Optional<byte[]> key) {
        String name() {
            return "step %d (%s, %s)".formatted(sequence, type, at);
        }

        byte[] entry() {
            return MerkleHash.leaf(lines.getBytes(StandardCharsets.UTF_8));
        }

        /** Whether its link in a chain is to this entry; nothing stands for none before it. */
        boolean names(byte[] entry, Optional<String> chain) {
            return key.isPresent()
                    && chain.isPresent()
                    && List.of(before.orElse("").split(" "))
                            .contains(chain.get() + ":" + hex(MerkleHash.of(key.get(), entry)));
        }
    }

    /** A step; its index is -1 where it has no proof of its own. */
    private record Step(
            Event event,
            String leaf,
            long index,
            Optional<List<byte[]>> proof,
            Optional<String> salt,
            Optional<String> text) {}

    private static Step step(StrictJson json) throws Unreadable {
        Optional<List<byte[]>> proof = Optional.empty();
        if (json.has("proof")) {
            var hashes = new ArrayList<byte[]>();
            for (var hash : json.texts("proof")) {
                hashes.add(base64(hash, "proof"));
            }
            proof = Optional.of(hashes);
        }
        return new Step(
                event(json),
                json.text("leaf"),
                proof.isPresent() ? json.number("index") : -1,
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
            var before = json.optionalText("before");
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
            var key = json.optionalText("key");
            return new Event(
                    json.text("stream"),
                    json.number("sequence"),
                    json.text("type"),
                    at,
                    before.map(links -> lines + "\n" + links).orElse(lines),
                    json.text("payloadHash"),
                    before,
                    key.isPresent() ? Optional.of(key(key.get())) : Optional.empty());
        } catch (DateTimeException | ArithmeticException bad) {
            throw new Unreadable("has no readable \"at\"");
        }
    }

    private void inOrder(Step before, Step step) {
        boolean placed = before.proof().isPresent() && step.proof().isPresent();
        if (!step.event().stream().equals(before.event().stream())
                || step.event().sequence() <= before.event().sequence()
                || (placed && step.index() <= before.index())) {
            wrong.add(
                    "%s does not follow %s in the log"
                            .formatted(step.event().name(), before.event().name()));
        }
    }

    private void fields(Step step) throws Unreadable {
        var name = step.event().name();
        if (step.text().isPresent()) {
            var salt = base64(step.salt().orElse(""), "salt");
            var text = step.text().get().getBytes(StandardCharsets.UTF_8);
            if (!hex(MerkleHash.of(salt, text)).equals(step.event().payload())) {
                wrong.add(name + ": its content does not match its payloadHash");
            }
        }
        if (!hex(step.event().entry()).equals(step.leaf())) {
            wrong.add(name + ": its fields do not match its leaf hash");
        }
    }

    private void included(Step step, TreeHead head) {
        if (!ProofCheck.isIncluded(
                step.index(),
                head.size(),
                MerkleHash.leaf(step.event().entry()),
                step.proof().orElseThrow(),
                head.rootBytes())) {
            wrong.add(
                    "%s: its proof does not connect entry %d to the signed root"
                            .formatted(step.event().name(), step.index()));
        }
    }

    private static String sentence(Step step) {
        var name = step.event().name();
        return "%s is %s%s."
                .formatted(
                        name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1),
                        step.proof().isPresent()
                                ? "entry " + step.index()
                                : "in the log, because a later step names it",
                        step.text().isPresent() ? ", with its content" : "");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** As long as a hash: a longer one could hold the end of the leaf before, and so hide it. */
    private static byte[] key(String hex) throws Unreadable {
        if (!hex.matches("[0-9a-f]{" + 2 * MerkleHash.LENGTH + "}")) {
            throw new Unreadable("has no readable \"key\"");
        }
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] base64(String text, String what) throws Unreadable {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException bad) {
            throw new Unreadable("has no readable \"" + what + "\"");
        }
    }
}
