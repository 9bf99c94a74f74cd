package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern WIDTH = Pattern.compile("width:([0-9.]+)mm");
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** As base64 is: to a code of modules it is chance. */
    private static String text(int length, Random chance) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Of codes as the encoder makes them, two in three have another such place. */
    @Test
    void nothing_but_its_corners_looks_like_a_corner() throws Exception {
        var chance = new Random(210);
        for (int n = 0; n < 60; n++) {
            var modules = QrCode.modules(text(800 + 3 * n, chance));
            assertThat(CodeCorners.count(modules)).as("number %d", n).isEqualTo(3);
        }
    }

    @Test
    void a_text_has_one_code() {
        var text = text(900, new Random(1));
        assertThat(QrCode.of(text)).isEqualTo(QrCode.of(text));
    }

    private static double width(int length) {
        var code = QrCode.of(text(length, new Random(length)));
        var width = WIDTH.matcher(code.html("a code"));
        assertThat(width.find()).isTrue();
        double mm = Double.parseDouble(width.group(1));
        return mm / code.modules();
    }

    @Test
    void modules_are_a_fiftieth_of_an_inch_as_long_as_there_is_room() {
        assertThat(width(850)).isEqualTo(25.4 / 50, within());
        assertThat(width(1_050)).isEqualTo(25.4 / 50, within());
        assertThat(width(1_600)).isEqualTo(25.4 / 60, within());
        assertThat(width(2_331)).isEqualTo(25.4 / 75, within());
        assertThatThrownBy(() -> QrCode.of("x".repeat(3_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.0001);
    }
}
