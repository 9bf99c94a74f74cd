package exeat.desk.notice;

import java.time.Instant;

/** What carries a message to an address. */
interface NoticeCarrier {

    /**
     * A message.
     *
     * @param id the same each time that it is tried, and of no other message
     * @param at when this is
     */
    record Message(String id, String to, String language, NoticeTexts.Text text, Instant at) {

        /** Without whom it goes to. */
        @Override
        public String toString() {
            return "Message[]";
        }
    }

    /** What came of it. */
    enum Outcome {
        /** The next server has it. */
        TAKEN,
        /** That address does not exist, or takes nothing: another try is of no use. */
        REFUSED,
        /** Not now. */
        LATER,
        /** Nothing can be sent to anybody now. */
        AWAY
    }

    /** Hands it over; returns when the next server has taken it, or has not. */
    Outcome send(Message message);
}
