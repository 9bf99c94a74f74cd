package exeat.http;

import io.vertx.ext.web.RoutingContext;

/** A page in place of any other, for a request that nobody has read or looked up. */
public interface FailurePage {

    /**
     * The page as HTML, in a language that the browser asks for; without anything of what was sent.
     *
     * @param status from 400 to 599
     */
    String html(RoutingContext request, int status);

    /**
     * The page for something too large.
     *
     * @param page the most that a page takes, in words
     * @param file the most that the API takes as a file, in words
     */
    String tooLarge(RoutingContext request, String page, String file);
}
