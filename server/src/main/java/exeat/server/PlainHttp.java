package exeat.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * No change to HTTP/2 on a connection without encryption. A proxy in front that passes such a
 * change on becomes a tunnel, through which its client reaches what the proxy closes and forges the
 * addresses that it adds.
 */
@Singleton
public final class PlainHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
