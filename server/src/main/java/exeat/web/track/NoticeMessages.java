package exeat.web.track;

import exeat.desk.notice.NoticeTexts;
import exeat.web.kit.PageTexts;

/** What notices say, in the languages of the pages. */
public final class NoticeMessages implements NoticeTexts {

    @Override
    public Text news(String language) {
        var words = PageTexts.of(language);
        return new Text(words.say("notices.mail.subject"), words.say("notices.mail.news") + "\n");
    }

    @Override
    public Text code(String language, String code) {
        var words = PageTexts.of(language);
        return new Text(
                words.say("notices.mail.subject"),
                words.say("notices.mail.code", code)
                        + "\n\n"
                        + words.say("notices.mail.ignore")
                        + "\n");
    }
}
