package exeat.http.connection;

import exeat.config.Config;
import exeat.config.LimitSettings;
import exeat.http.ClientAddress;
import exeat.http.SecurityHeaders;
import exeat.http.TrainingMode;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.quarkus.arc.Arc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link ConnectionHandler} in front of each connection that the server accepts. Netty finds
 * it as a service and creates it, if {@link #ON} says so before the first server begins to listen.
 */
public final class ConnectionGuard extends ChannelInitializerExtension {

    /** The system property with which Netty looks for such services, and its value. */
    public static final String ON = "io.netty.bootstrap.extensions";

    public static final String VALUE = "serviceload";

    /** Netty creates the guard, and tells nobody whether it did. */
    private static volatile boolean on;

    private volatile @Nullable OpenConnections connections;
    private volatile Map<String, String> headers = Map.of();

    /** Whether a server of this process listens behind such a guard. */
    public static boolean isOn() {
        return on;
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel listening) {
        var beans = Arc.container();
        var config = beans.select(Config.class).get();
        boolean training = beans.select(TrainingMode.class).get().isOn();
        headers = SecurityHeaders.of(SecurityHeaders.isSecure(config), training);
        connections =
                new OpenConnections(
                        config.count(LimitSettings.CONNECTIONS), ClientAddress.isProxied(config));
        on = true;
    }

    @Override
    public void postInitializeServerChildChannel(Channel accepted) {
        var counted = connections;
        if (counted != null) {
            accepted.pipeline().addFirst(new ConnectionHandler(counted, headers));
        }
    }
}
