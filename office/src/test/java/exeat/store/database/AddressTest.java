package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Somebody else listens where the database should be, as any user of the machine can. */
class AddressTest {

    private static final String PASSWORD = "the superuser's own";
    private static final int CLEARTEXT = 3;
    private static final int MD5 = 5;

    @Test
    void nobody_who_takes_the_databases_port_is_given_its_password() throws Exception {
        for (int asked : new int[] {CLEARTEXT, MD5}) {
            assertThat(told(asked, "")).as("asked for %d", asked).isEmpty();
            assertThat(told(asked, "?connectTimeout=5")).as("asked for %d", asked).isEmpty();
        }
    }

    @Test
    void what_an_address_requires_itself_is_kept() {
        var address =
                new EmbeddedDatabase.Address("jdbc:postgresql://h/d?requireAuth=gss", "u", "p");
        assertThat(address.url()).isEqualTo("jdbc:postgresql://h/d?requireAuth=gss");
        assertThat(address.with("connectTimeout=3")).endsWith("?requireAuth=gss&connectTimeout=3");
    }

    /** What a false server that asks like this is told after the driver's first message. */
    private static String told(int asked, String parameters) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = others.submit(() -> listen(server, asked));
            var url =
                    "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/exeat" + parameters;
            var address = new EmbeddedDatabase.Address(url, "exeat", PASSWORD);
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    address.with("sslmode=disable"),
                                    address.user(),
                                    address.password()))
                    .isInstanceOf(SQLException.class);
            return heard.get();
        }
    }

    private static String listen(ServerSocket server, int asked) throws IOException {
        try (var socket = server.accept()) {
            socket.setSoTimeout(10_000);
            var in = new DataInputStream(socket.getInputStream());
            in.readNBytes(in.readInt() - Integer.BYTES);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write('R');
            out.writeInt(asked == MD5 ? 12 : 8);
            out.writeInt(asked);
            if (asked == MD5) {
                out.writeInt(0x01020304);
            }
            out.flush();
            var rest = new ByteArrayOutputStream();
            in.transferTo(rest);
            var text = rest.toString(StandardCharsets.ISO_8859_1);
            // A driver that gives up may say goodbye.
            return text.startsWith("X") ? "" : text;
        }
    }
}
