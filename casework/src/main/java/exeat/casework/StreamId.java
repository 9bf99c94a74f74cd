package exeat.casework;

import java.util.UUID;

/**
 * What a command acts on and what its events belong to: each stream is folded on its own, in order.
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
    }

    /** The handing down of one directive. */
    record BriefingId(String directive) implements StreamId {
        @Override
        public String key() {
            return "briefing/" + directive;
        }
    }

    /** An issue raised against a paragraph. */
    record IssueId(UUID value) implements StreamId {
        @Override
        public String key() {
            return "issue/" + value;
        }
    }
}
