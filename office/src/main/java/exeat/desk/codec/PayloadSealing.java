package exeat.desk.codec;

import exeat.casework.event.AlarmEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.State;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.store.Bytes;
import exeat.store.key.Vault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The layout of encrypted states and events. A traveller's own data (see {@link RestrictedData};
 * for events, those about one traveller) is encrypted within the stream's data under the
 * traveller's key, so that a reader without that key can read only the rest.
 *
 * <p>If the first byte is <code>{</code>, it is plain JSON: everything was written this way before
 * travellers had keys, and states without travellers still are. Otherwise the byte names one of the
 * forms below: a text with parts, one for each traveller, in order of appearance; or a compressed
 * text. All of them are read; the last three are written.
 */
public final class PayloadSealing {

    private static final byte STATE = 1;
    private static final byte EVENT = 2;

    /** A state whose head and parts are packed each by itself. */
    private static final byte PACKED = 3;

    /** An event whose head, parts and tail are packed each by itself, lengths in as few bytes. */
    private static final byte PACKED_EVENT = 4;

    /** An event of no traveller, packed. */
    private static final byte PACKED_WHOLE = 5;

    /**
     * These three forms are packed closer: lengths in as few bytes as they need, and each part
     * under the nonce of the whole. So none stands in front of a part; a key meets no nonce twice,
     * for each part has another key, and the whole has one too.
     */
    private static final byte CLOSE_STATE = 6;

    private static final byte CLOSE_EVENT = 7;
    private static final byte CLOSE_WHOLE = 8;

    private static final Bytes NOTHING = Bytes.utf8("");

    /** Erased payloads, of any version of their shape. */
    private static final List<Bytes> ERASED =
            List.of(Bytes.utf8("{\"type\":\"erased\""), Bytes.utf8("{\"type\":\"erased/"));

    private PayloadSealing() {}

    /** A text whose parts are under other keys. */
    private record Parted(byte form, Bytes head, List<Part> parts, Bytes tail) {

        Bytes bytes() {
            int length = 1 + 3 * ShortNumber.MAX_BYTES + head.length() + tail.length();
            for (var part : parts) {
                length += 2 * ShortNumber.MAX_BYTES + part.sealed().length();
            }
            var out = ByteBuffer.allocate(length);
            out.put(form);
            write(out, head);
            write(out, tail);
            ShortNumber.write(out, parts.size());
            for (var part : parts) {
                ShortNumber.write(out, part.traveller());
                write(out, part.sealed());
            }
            return Bytes.of(Arrays.copyOf(out.array(), out.position()));
        }

        private static void write(ByteBuffer out, Bytes bytes) {
            ShortNumber.write(out, bytes.length());
            bytes.into(out);
        }

        static Parted of(Bytes bytes, byte... forms) {
            var data = ByteBuffer.wrap(bytes.array());
            byte form = data.get();
            boolean known = false;
            for (byte one : forms) {
                known |= one == form;
            }
            if (!known) {
                throw new IllegalStateException("what was sealed has a form that is not known");
            }
            var head = read(form, data);
            var tail = read(form, data);
            var parts = new ArrayList<Part>();
            for (int left = number(form, data); left > 0; left--) {
                parts.add(new Part(number(form, data), read(form, data)));
            }
            return new Parted(form, head, parts, tail);
        }

        private static Bytes read(byte form, ByteBuffer data) {
            int length = number(form, data);
            if (length < 0 || length > data.remaining()) {
                throw new IllegalStateException("what was sealed is shorter than it says");
            }
            var array = new byte[length];
            data.get(array);
            return Bytes.of(array);
        }

        private static int number(byte form, ByteBuffer data) {
            return form == STATE || form == EVENT || form == PACKED
                    ? data.getInt()
                    : ShortNumber.read(data);
        }

        /** What is a traveller's own; the whole is as it was sealed. */
        Bytes open(Vault.StreamKey key, Part part, String place, Bytes whole) {
            return form == CLOSE_STATE || form == CLOSE_EVENT
                    ? key.open(Vault.nonceOf(whole), part.traveller(), place, part.sealed())
                    : key.open(part.traveller(), place, part.sealed());
        }

        /** A piece of an event, or a part of a state, as it was before it was packed. */
        Bytes unpacked(Bytes piece) {
            return switch (form) {
                case CLOSE_STATE -> PayloadCompression.STATES.unpack(piece);
                case PACKED -> PayloadCompression.FIRST_STATES.unpack(piece);
                case CLOSE_EVENT ->
                        piece.length() == 0 ? NOTHING : PayloadCompression.unpackEvent(piece);
                case PACKED_EVENT ->
                        piece.length() == 0 ? NOTHING : PayloadCompression.unpackFirstEvent(piece);
                default -> piece;
            };
        }
    }

    private record Part(int traveller, Bytes sealed) {}

    private static boolean isWhole(Bytes plain) {
        return plain.startsWith((byte) '{');
    }

    /** A state of a stream in which nothing is a traveller's own. */
    public static Bytes state(Vault.StreamKey key, long version, State state) {
        return key.sealState(version, JsonCodec.write(state));
    }

    /** One traveller's guarded part, and the same as a packed text. */
    public record ProtectedPart(RestrictedData guarded, Bytes packed) {}

    /**
     * A case's state in two: each traveller's restricted part, already compressed, and the rest.
     */
    public static Bytes state(
            Vault.StreamKey key,
            long version,
            CaseState state,
            SortedMap<Integer, ProtectedPart> own) {
        var guarded = own.keySet().stream().map(TravellerNo::new).collect(Collectors.toSet());
        var packed = new TreeMap<Integer, Bytes>();
        own.forEach((no, part) -> packed.put(no, part.packed()));
        return state(key, version, JsonCodec.write(RestrictedData.without(state, guarded)), packed);
    }

    /**
     * Seals a state given as texts.
     *
     * @param own what is guarded of each traveller, packed
     */
    public static Bytes state(
            Vault.StreamKey key, long version, Bytes bare, SortedMap<Integer, Bytes> own) {
        var nonce = Vault.nonce();
        var parts = new ArrayList<Part>();
        own.forEach((no, packed) ->
                parts.add(new Part(no, key.seal(nonce, no, "state " + version, packed))));
        var packed = PayloadCompression.STATES.pack(bare);
        return key.sealState(
                nonce, version, new Parted(CLOSE_STATE, packed, parts, NOTHING).bytes());
    }

    /** A state, with the restricted parts of those travellers whose keys are given. */
    public static State state(Vault.StreamKey key, long version, Bytes sealed) {
        var plain = key.openState(version, sealed);
        if (isWhole(plain)) {
            return JsonCodec.state(plain);
        }
        var parted = parted(plain);
        var guarded = new HashMap<TravellerNo, RestrictedData>();
        for (var part : parted.parts()) {
            if (key.has(part.traveller())) {
                var own = parted.open(key, part, "state " + version, sealed);
                guarded.put(
                        new TravellerNo(part.traveller()), JsonCodec.guarded(parted.unpacked(own)));
            }
        }
        return RestrictedData.with((CaseState) JsonCodec.state(bare(parted)), guarded);
    }

    private static Parted parted(Bytes plain) {
        return Parted.of(plain, CLOSE_STATE, PACKED, STATE);
    }

    private static Bytes bare(Parted parted) {
        return parted.unpacked(parted.head());
    }

    /** The part of such a state that a reader with only the stream's key can read. */
    public static Bytes bare(Vault.StreamKey key, long version, Bytes sealed) {
        return bare(parted(key.openState(version, sealed)));
    }

    /** Whether a state was written since travellers have keys. */
    public static boolean isParted(Vault.StreamKey key, long version, Bytes sealed) {
        return !isWhole(key.openState(version, sealed));
    }

    /** A piece of an event's text that is a traveller's own. */
    public record TravellerSpan(int traveller, int from, int to) {}

    /**
     * An event.
     *
     * @param plain the event as it is hashed
     */
    public static Bytes event(Vault.StreamKey key, long sequence, Event event, Bytes plain) {
        return event(key, sequence, plain, cuts(event, plain));
    }

    /** The pieces of an event, in their order; none of one that is of no traveller. */
    public static List<TravellerSpan> cuts(Event event, Bytes plain) {
        return switch (event) {
            case TravellerEvent of -> cuts(plain, Map.of(of.traveller().number(), plain.text()));
            case CaseEvent.Applied applied ->
                    cuts(plain, nodes(applied.application().travellers()));
            case CaseEvent.Erased erased when !own(erased).isEmpty() -> cuts(plain, own(erased));
            case CaseEvent.Erased _,
                    ArchiveEvent _,
                    CaseEvent.Moved _,
                    SecretEvent _,
                    CaseEvent.SentUp _,
                    CaseEvent.HandedOver _,
                    BriefingEvent _,
                    AlarmEvent _,
                    ReportEvent _,
                    IssueEvent _ ->
                    List.of();
        };
    }

    /** The parts of the travellers who were not erased. */
    private static Map<Integer, String> own(CaseEvent.Erased erased) {
        var nodes = new HashMap<Integer, String>();
        erased.remains()
                .ifPresent(r ->
                        r.guarded()
                                .forEach(
                                        (no, g) -> nodes.put(no.number(), JsonCodec.entry(no, g))));
        return nodes;
    }

    private static Map<Integer, String> nodes(List<Traveller> travellers) {
        return travellers.stream()
                .collect(Collectors.toMap(t -> t.no().number(), JsonCodec::text, (a, _) -> a));
    }

    /** The nodes stand beside one another in the text, each once, with a comma between two. */
    private static List<TravellerSpan> cuts(Bytes plain, Map<Integer, String> nodes) {
        var text = plain.text();
        var places = new ArrayList<>(nodes.keySet());
        places.sort(java.util.Comparator.comparingInt(no -> text.indexOf(nodes.get(no))));
        var cuts = new ArrayList<TravellerSpan>();
        int at = text.indexOf(nodes.get(places.getFirst()));
        for (int no : places) {
            var node = java.util.Objects.requireNonNull(nodes.get(no));
            at += cuts.isEmpty() ? 0 : 1;
            if (!text.startsWith(node, at)) {
                throw new IllegalStateException("a traveller does not stand where they should");
            }
            cuts.add(new TravellerSpan(no, at, at + node.length()));
            at += node.length();
        }
        return cuts;
    }

    /** An event whose pieces are known. */
    public static Bytes event(
            Vault.StreamKey key, long sequence, Bytes plain, List<TravellerSpan> cuts) {
        if (cuts.isEmpty()) {
            var form = Bytes.of(new byte[] {CLOSE_WHOLE});
            return key.sealEvent(sequence, form.then(PayloadCompression.packEvent(plain)));
        }
        if (cuts.stream().map(TravellerSpan::traveller).distinct().count() < cuts.size()) {
            throw new IllegalStateException("two parts under one key would have one nonce");
        }
        var text = plain.text();
        var nonce = Vault.nonce();
        var parts = new ArrayList<Part>();
        for (var cut : cuts) {
            var node = packed(text.substring(cut.from(), cut.to()));
            parts.add(
                    new Part(
                            cut.traveller(),
                            key.seal(nonce, cut.traveller(), Long.toString(sequence), node)));
        }
        var head = packed(text.substring(0, cuts.getFirst().from()));
        var tail = packed(text.substring(cuts.getLast().to()));
        return key.sealEvent(nonce, sequence, new Parted(CLOSE_EVENT, head, parts, tail).bytes());
    }

    /** Nothing stays nothing: most events that are about one traveller alone are one part. */
    private static Bytes packed(String text) {
        return text.isEmpty() ? NOTHING : PayloadCompression.packEvent(Bytes.utf8(text));
    }

    private static Bytes withoutForm(Bytes plain) {
        return Bytes.of(Arrays.copyOfRange(plain.array(), 1, plain.length()));
    }

    /**
     * The readable payload of an event.
     *
     * @param whole whether it is complete, so that its hash matches the event's row
     */
    public record Opened(Bytes plain, boolean whole) {}

    /** An event, as far as its reader has the keys; empty where nothing of it can be told. */
    public static Optional<Opened> event(Vault.StreamKey key, long sequence, Bytes sealed) {
        var plain = key.openEvent(sequence, sealed);
        if (isWhole(plain)) {
            return Optional.of(new Opened(plain, true));
        }
        if (plain.startsWith(CLOSE_WHOLE)) {
            return Optional.of(
                    new Opened(PayloadCompression.unpackEvent(withoutForm(plain)), true));
        }
        if (plain.startsWith(PACKED_WHOLE)) {
            return Optional.of(
                    new Opened(PayloadCompression.unpackFirstEvent(withoutForm(plain)), true));
        }
        var parted = Parted.of(plain, CLOSE_EVENT, PACKED_EVENT, EVENT);
        var head = parted.unpacked(parted.head());
        var tail = parted.unpacked(parted.tail());
        var nodes = new ArrayList<String>();
        for (var part : parted.parts()) {
            if (key.has(part.traveller())) {
                var own = parted.open(key, part, Long.toString(sequence), sealed);
                nodes.add(parted.unpacked(own).text());
            }
        }
        // That something was erased is for everybody who sees the case.
        if (nodes.isEmpty() && ERASED.stream().noneMatch(head::startsWith)) {
            return Optional.empty();
        }
        var text = head.text() + String.join(",", nodes) + tail.text();
        return Optional.of(new Opened(Bytes.utf8(text), nodes.size() == parted.parts().size()));
    }
}
