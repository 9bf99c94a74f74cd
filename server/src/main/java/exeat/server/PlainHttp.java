package exeat.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Refuses to change to HTTP/2 on a connection without encryption. A proxy that passes such a change
 * on becomes a tunnel, through which its client reaches what the proxy blocks, and forges the
 * addresses that the proxy adds.
 */
@Singleton
public final class PlainHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
