package exeat.ledger.verify;

import exeat.ledger.verify.StrictJson.Unreadable;
import exeat.ledger.verify.TreeHead.Unproven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Repeats the draw of a sample, as anybody can. A sample's file contains the committing step, with
 * the hashes of the seed and of the list of tickets; its proof under the checkpoint that was mixed
 * in; the seed; the tickets; and the result. The draw takes the tickets with the lowest SHA-256
 * over the seed's bytes, the checkpoint's root and the ticket, in that order.
 */
public final class SampleCheck {

    private static final String FORMAT = "exeat-sample-1";
    private static final HexFormat HEX = HexFormat.of();

    private final List<String> shown = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private SampleCheck() {}

    /** Checks a sample's file with the log's published key. */
    public static Verdict check(String file, VerifierKey key) {
        var check = new SampleCheck();
        try {
            check.run(StrictJson.object(file), key);
        } catch (Unreadable unreadable) {
            check.wrong.add("the sample " + unreadable.getMessage());
        } catch (Unproven unproven) {
            check.wrong.add("its checkpoint " + unproven.getMessage());
        } catch (IllegalArgumentException bad) {
            check.wrong.add("the sample has a hash that is not in hexadecimal digits");
        }
        return new Verdict(check.shown, check.wrong);
    }

    /**
     * Looks for every ticket in a log: so no case was made up for the draw.
     *
     * @throws IOException when the log cannot be read; nothing is said of it then
     */
    public static Verdict inLog(String file, VerifierKey key, LogFiles log) throws IOException {
        var check = new SampleCheck();
        try {
            var json = StrictJson.object(file);
            var head = TreeHead.of(json.text("checkpoint"), key);
            // First the log itself: what it serves must hash to a signed root that grew from this.
            var whole = LogCheck.check(key, log, List.of(json.text("checkpoint")));
            if (!whole.isGood()) {
                return whole;
            }
            check.find(new HashSet<>(json.texts("tickets")), head.size(), log);
        } catch (Unreadable unreadable) {
            check.wrong.add("the sample " + unreadable.getMessage());
        } catch (Unproven unproven) {
            check.wrong.add("its checkpoint " + unproven.getMessage());
        }
        return new Verdict(check.shown, check.wrong);
    }

    private void run(StrictJson file, VerifierKey key) throws Unreadable, Unproven {
        if (!file.text("format").equals(FORMAT)) {
            wrong.add("the sample has a format that this version does not know");
            return;
        }
        var head = TreeHead.of(file.text("checkpoint"), key);
        var step = ReceiptCheck.stepsOf(file, head);
        shown.addAll(step.shown());
        wrong.addAll(step.wrong());
        var steps = file.objects("steps");
        if (steps.size() != 1
                || !steps.getFirst().text("type").equals("sample-committed")
                || !steps.getFirst().text("stream").equals("register/audits")) {
            wrong.add("it does not contain exactly one step that commits to a sample");
            return;
        }
        var said = StrictJson.object(steps.getFirst().text("payload"));
        var seed = HEX.parseHex(file.text("seed"));
        var tickets = file.texts("tickets");
        holds(
                HEX.formatHex(MerkleHash.of(seed)).equals(said.text("commitment")),
                "The seed matches the commitment.",
                "the seed does not match the commitment");
        if (!tickets.stream().allMatch(ticket -> ticket.matches("[0-9a-f]{64}"))
                || new HashSet<>(tickets).size() != tickets.size()
                || said.number("size") < 0) {
            // Otherwise the same bytes could be split differently, or a ticket count twice.
            wrong.add("its tickets must be entries of a log, each listed once");
            return;
        }
        var all = tickets.stream().map(HEX::parseHex).toArray(byte[][]::new);
        holds(
                HEX.formatHex(MerkleHash.of(all)).equals(said.text("tickets"))
                        && tickets.size() == said.number("eligible"),
                "The %,d tickets match the commitment.".formatted(tickets.size()),
                "the tickets do not match the commitment");
        var order = new TreeMap<String, String>();
        for (int at = 0; at < all.length; at++) {
            order.put(
                    HEX.formatHex(MerkleHash.of(seed, head.rootBytes(), all[at])), tickets.get(at));
        }
        var drawn = order.values().stream().limit(said.number("size")).toList();
        holds(
                drawn.equals(file.texts("drawn")),
                "Drawing again gives the same %,d cases.".formatted(drawn.size()),
                "drawing again gives other cases");
    }

    private void holds(boolean holds, String so, String not) {
        if (holds) {
            shown.add(so);
        } else {
            wrong.add(not);
        }
    }

    private void find(Set<String> tickets, long size, LogFiles log) throws IOException {
        int all = tickets.size();
        for (long from = 0; from < size && !tickets.isEmpty(); from += LogCheck.WIDTH) {
            int width = (int) Math.min(LogCheck.WIDTH, size - from);
            long n = from / LogCheck.WIDTH;
            LogCheck.file(log, "entries", n, width)
                    .flatMap(bytes -> LogCheck.entries(bytes, width))
                    .ifPresent(entries ->
                            entries.forEach(entry -> tickets.remove(HEX.formatHex(entry))));
        }
        holds(
                tickets.isEmpty(),
                "Each of the %,d tickets is an entry of the log.".formatted(all),
                "%d tickets are not entries of the log".formatted(tickets.size()));
    }
}
