package exeat.web;

import exeat.casework.Rejection;
import exeat.desk.Reply;
import exeat.web.part.Inset;
import exeat.web.part.Link;
import exeat.web.part.LinkList;
import exeat.web.part.Prose;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What the desk answered, as a page or as the way on. */
@Singleton
public final class Replies {

    private final Pages pages;

    Replies(Pages pages) {
        this.pages = pages;
    }

    /** Onward when it is done, with a word of what was; otherwise why not, kindly. */
    public Response answer(Reply reply, String onward, String what) {
        if (reply instanceof Reply.Done) {
            return Response.seeOther(URI.create(onward + "?done=" + what)).build();
        }
        return refused(reply, onward);
    }

    /** Why nothing happened. */
    public Response refused(Reply reply, String back) {
        return switch (reply) {
            case Reply.Done done -> Response.seeOther(URI.create(back)).build();
            case Reply.Rejected(var rejection) -> rejected(rejection, back);
            case Reply.KeyReused reused -> sheet("rejection.KEY_REUSED", back).status(422);
            case Reply.Busy(var after) -> {
                var page = sheet("fault.503.text", back).status(503);
                yield Response.fromResponse(page)
                        .header("Retry-After", Math.max(1, after.toSeconds()))
                        .build();
            }
        };
    }

    private Response rejected(Rejection rejection, String back) {
        var sheet = sheet("rejection." + rejection.code(), back);
        if (!rejection.about().isEmpty() && pages.visit().isOfficer()) {
            sheet.add(new Inset(pages.words().say("rejection.about", rejection.about())));
        }
        return sheet.status(422);
    }

    private Sheet sheet(String key, String back) {
        var words = pages.words();
        return pages.sheet(words.say("rejection.title"))
                .add(new Prose(List.of(words.say(key), words.say("rejection.nothing"))))
                .add(new LinkList(List.of(new Link(words.say("rejection.back"), back))));
    }
}
