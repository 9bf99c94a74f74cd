package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The stream that a command acts on and its events belong to; each stream is folded on its own, in
 * order.
 */
public sealed interface StreamId {

    /** The stream's key in the store: unique over all kinds. */
    String key();

    /** An application, with everything that happens to its travellers. */
    record CaseId(UUID value) implements StreamId {
        @Override
        public String key() {
            return "case/" + value;
        }

        /** The id of a case whose stream has this key. */
        public static CaseId of(String key) {
            return new CaseId(UUID.fromString(key.substring("case/".length())));
        }
    }

    /** The handing down of one directive. */
    record BriefingId(String directive) implements StreamId {
        @Override
        public String key() {
            return "briefing/" + directive;
        }
    }

    /** An alarm of a watcher. */
    record AlarmId(UUID value) implements StreamId {
        @Override
        public String key() {
            return "alarm/" + value;
        }

        /**
         * The id of an alarm; a finding of another day has the same, since it is one alarm.
         *
         * @param number 1 for the first alarm of its kind; the next one only once the one before is
         *     over
         */
        public static AlarmId of(String directive, Anomaly sighting, int number) {
            var name =
                    String.join(
                            " ",
                            directive,
                            sighting.watcher().stored(),
                            sighting.unit().text(),
                            sighting.about(),
                            Integer.toString(number));
            return new AlarmId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** An issue raised against a paragraph. */
    record IssueId(UUID value) implements StreamId {
        @Override
        public String key() {
            return "issue/" + value;
        }

        /** The id of an issue whose stream has this key. */
        public static IssueId of(String key) {
            return new IssueId(UUID.fromString(key.substring("issue/".length())));
        }
    }

    /** What one unit reports on one directive. */
    record ReportId(String directive, AuthorityId unit) implements StreamId {
        @Override
        public String key() {
            return "report/" + directive + "/" + unit;
        }

        /**
         * The id of a stream with this key.
         *
         * @throws IllegalArgumentException if it is not the key of such a stream
         */
        public static ReportId of(String key) {
            var parts = key.split("/", -1);
            if (parts.length != 3 || !parts[0].equals("report")) {
                throw new IllegalArgumentException("not the key of a unit's reports: " + key);
            }
            return new ReportId(parts[1], new AuthorityId(parts[2]));
        }
    }
}
