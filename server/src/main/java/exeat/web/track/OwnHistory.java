package exeat.web.track;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.web.casefile.view.Timeline;
import exeat.web.component.Details;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.List;

/** What has happened, for the person: what is news to them, and apart from it every step. */
final class OwnHistory {

    private final Timeline timeline;
    private final PageTexts words;

    OwnHistory(Timeline timeline, PageTexts words) {
        this.timeline = timeline;
        this.words = words;
    }

    /** Folded: decisions and their reasons are read when nobody looks on. */
    void addTo(Page sheet, List<RecordedEvent> history) {
        var news = history.stream().filter(one -> isNews(one.event())).toList();
        sheet.add(
                new Details(
                        words.say("track.history.news", news.size()),
                        List.of(Page.raw(timeline.steps(news, history)))));
        if (news.size() < history.size()) {
            sheet.add(
                    new Details(
                            words.say("track.history.all", history.size()),
                            List.of(Page.raw(timeline.steps(history)))));
        }
    }

    /** What offices do among themselves changes nothing for the person yet. */
    static boolean isNews(Event event) {
        return !(event instanceof TravellerEvent.Warned
                || event instanceof TravellerEvent.Jumped
                || event instanceof TravellerEvent.Proposed
                || event instanceof TravellerEvent.Declined
                || event instanceof TravellerEvent.ClearanceOpened
                || event instanceof TravellerEvent.ClearanceEscalated
                || event instanceof CaseEvent.Moved);
    }
}
