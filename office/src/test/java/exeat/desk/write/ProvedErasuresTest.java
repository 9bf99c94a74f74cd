package exeat.desk.write;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.TravellerNo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvedErasuresTest {

    private final List<String> asked = new ArrayList<>();
    private final ProvedErasures proved =
            new ProvedErasures(line -> {
                asked.add(line);
                return !line.contains("forged");
            });

    private static String line(int number) {
        return """
        {"steps":[{"stream":"register/erasures","type":"erasure-told",\
        "at":"2026-12-01T00:00:00Z","payload":"{\\"case\\":\
        \\"case/00000000-0000-4000-8000-%012d\\",\\"sequence\\":%d,\
        \\"travellers\\":[1,2],\\"ground\\":\\"RETENTION\\"}"}]}\
        """
                .formatted(number, number);
    }

    @Test
    void each_line_is_checked_once_however_often_the_file_grows() {
        var lines = new ArrayList<String>();
        for (int number = 1; number <= 200; number++) {
            lines.add(line(number));
            assertThat(proved.of(lines)).hasSize(number);
        }
        assertThat(asked).hasSize(200).doesNotHaveDuplicates();
        assertThat(proved.of(lines).getLast())
                .satisfies(last -> {
                    assertThat(last.sequence()).isEqualTo(200);
                    assertThat(last.travellers())
                            .containsExactly(new TravellerNo(1), new TravellerNo(2));
                    assertThat(last.ground()).isEqualTo("RETENTION");
                });
    }

    @Test
    void a_line_that_proved_nothing_still_proves_nothing_and_a_changed_one_is_checked_anew() {
        var forged = line(1).replace("RETENTION", "forged");
        assertThat(proved.of(List.of(forged))).isEmpty();
        assertThat(proved.of(List.of(forged))).isEmpty();
        assertThat(asked).hasSize(1);

        assertThat(proved.of(List.of(line(2)))).hasSize(1);
        assertThat(proved.of(List.of(line(2).replace("000002", "00forged")))).isEmpty();
        assertThat(asked).hasSize(3);
    }
}
