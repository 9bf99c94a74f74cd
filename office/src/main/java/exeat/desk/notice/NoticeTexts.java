package exeat.desk.notice;

/** What messages say, in the languages of the pages: neither who, nor what, nor where. */
public interface NoticeTexts {

    /** What is sent. */
    record Text(String subject, String body) {}

    /** That there is something to read, in a language of the pages or, for others, in English. */
    Text news(String language);

    /** The code that confirms an address. */
    Text code(String language, String code);
}
