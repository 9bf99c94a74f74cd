package exeat.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * A header that an answer sets itself replaces the one that every answer begins with. Otherwise
 * both are sent: {@code Cache-Control: no-store} beside a page's own one, and {@code
 * Content-Encoding: identity}, which is dropped together with the {@code gzip} of what is stored
 * compressed.
 */
@Provider
@Singleton
public final class OwnHeaders implements ContainerResponseFilter {

    private static final List<String> ONE_ALONE = List.of("Cache-Control", "Content-Encoding");

    private final RoutingContext request;

    OwnHeaders(RoutingContext request) {
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        for (var name : ONE_ALONE) {
            if (answer.getHeaders().containsKey(name)) {
                request.response().headers().remove(name);
            }
        }
    }
}
