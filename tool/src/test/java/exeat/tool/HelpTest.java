package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void every_command_explains_itself() throws IOException {
        Ran.exeat("--help").isAsIn("help.txt");
        Ran.exeat("decide", "--help").isAsIn("help-decide.txt");
        Ran.exeat("explain", "--help").isAsIn("help-explain.txt");
        Ran.exeat("ask", "--help").isAsIn("help-ask.txt");
        Ran.exeat("prove", "--help").isAsIn("help-prove.txt");
        Ran.exeat("compare", "--help").isAsIn("help-compare.txt");
        Ran.exeat("ledger", "sample", "--help").isAsIn("help-ledger-sample.txt");
        Ran.exeat("advisories", "--help").isAsIn("help-advisories.txt");
        Ran.exeat("report", "--help").isAsIn("help-report.txt");
        Ran.exeat("watch", "--help").isAsIn("help-watch.txt");
        Ran.exeat("directive", "--help").isAsIn("help-directive.txt");
        Ran.exeat("directive", "import", "--help").isAsIn("help-directive-import.txt");
        Ran.exeat("directive", "draft", "--help").isAsIn("help-directive-draft.txt");
        Ran.exeat("directive", "show", "--help").isAsIn("help-directive-show.txt");
        Ran.exeat("directive", "form", "--help").isAsIn("help-directive-form.txt");
        Ran.exeat("directive", "list", "--help").isAsIn("help-directive-list.txt");
        Ran.exeat("directive", "new", "--help").isAsIn("help-directive-new.txt");
        Ran.exeat("officer", "--help").isAsIn("help-officer.txt");
        Ran.exeat("officer", "add", "--help").isAsIn("help-officer-add.txt");
        Ran.exeat("officer", "list", "--help").isAsIn("help-officer-list.txt");
        Ran.exeat("officer", "deactivate", "--help").isAsIn("help-officer-deactivate.txt");
        Ran.exeat("officer", "second-factor", "--help").isAsIn("help-officer-second-factor.txt");
        Ran.exeat("tck", "--help").isAsIn("help-tck.txt");
        Ran.exeat("ledger", "--help").isAsIn("help-ledger.txt");
        Ran.exeat("ledger", "verify", "--help").isAsIn("help-ledger-verify.txt");
        Ran.exeat("ledger", "audit", "--help").isAsIn("help-ledger-audit.txt");
        Ran.exeat("ledger", "key", "--help").isAsIn("help-ledger-key.txt");
        Ran.exeat("ledger", "cosign", "--help").isAsIn("help-ledger-cosign.txt");
        Ran.exeat("ledger", "replace-key", "--help").isAsIn("help-ledger-replace-key.txt");
        Ran.exeat("seal", "--help").isAsIn("help-seal.txt");
        Ran.exeat("seal", "verify", "--help").isAsIn("help-seal-verify.txt");
        Ran.exeat("seal", "keys", "--help").isAsIn("help-seal-keys.txt");
        Ran.exeat("seal", "keys", "list", "--help").isAsIn("help-seal-keys-list.txt");
        Ran.exeat("seal", "keys", "rotate", "--help").isAsIn("help-seal-keys-rotate.txt");
        Ran.exeat("seal", "keys", "succeed", "--help").isAsIn("help-seal-keys-succeed.txt");
        Ran.exeat("keys", "--help").isAsIn("help-keys.txt");
        Ran.exeat("keys", "list", "--help").isAsIn("help-keys-list.txt");
        Ran.exeat("keys", "rotate", "--help").isAsIn("help-keys-rotate.txt");
        Ran.exeat("keys", "forget", "--help").isAsIn("help-keys-forget.txt");
        Ran.exeat("config", "--help").isAsIn("help-config.txt");
        Ran.exeat("config", "check", "--help").isAsIn("help-config-check.txt");
        Ran.exeat("webhook", "--help").isAsIn("help-webhook.txt");
        Ran.exeat("webhook", "add", "--help").isAsIn("help-webhook-add.txt");
        Ran.exeat("webhook", "list", "--help").isAsIn("help-webhook-list.txt");
        Ran.exeat("webhook", "remove", "--help").isAsIn("help-webhook-remove.txt");
        Ran.exeat("webhook", "test", "--help").isAsIn("help-webhook-test.txt");
        Ran.exeat("webhook", "rotate", "--help").isAsIn("help-webhook-rotate.txt");
        Ran.exeat("webhook", "dead", "--help").isAsIn("help-webhook-dead.txt");
        Ran.exeat("webhook", "again", "--help").isAsIn("help-webhook-again.txt");
        Ran.exeat("retention", "--help").isAsIn("help-retention.txt");
        Ran.exeat("retention", "approve", "--help").isAsIn("help-retention-approve.txt");
        Ran.exeat("unit", "--help").isAsIn("help-unit.txt");
        Ran.exeat("unit", "list", "--help").isAsIn("help-unit-list.txt");
        Ran.exeat("unit", "history", "--help").isAsIn("help-unit-history.txt");
        Ran.exeat("operator", "--help").isAsIn("help-operator.txt");
        Ran.exeat("operator", "key", "--help").isAsIn("help-operator-key.txt");
        Ran.exeat("operator", "add", "--help").isAsIn("help-operator-add.txt");
        Ran.exeat("operator", "end", "--help").isAsIn("help-operator-end.txt");
        Ran.exeat("operator", "list", "--help").isAsIn("help-operator-list.txt");
        Ran.exeat("doctor", "--help").isAsIn("help-doctor.txt");
        Ran.exeat("erasures", "--help").isAsIn("help-erasures.txt");
        Ran.exeat("witness", "--help").isAsIn("help-witness.txt");
        Ran.exeat("signer", "--help").isAsIn("help-signer.txt");
        Ran.exeat("rebuild", "--help").isAsIn("help-rebuild.txt");
        Ran.exeat("tamper", "--help").isAsIn("help-tamper.txt");
        Ran.exeat("backup", "--help").isAsIn("help-backup.txt");
        Ran.exeat("restore", "--help").isAsIn("help-restore.txt");
    }

    @Test
    void an_unknown_command_is_misuse_even_with_help() {
        for (var line : new String[] {"LEDGR", "LEDGR --help", "LEDGR -h", "LEDGR verify --help"}) {
            var ran = Ran.exeat(line.split(" ", -1));
            assertThat(ran).as(line).isEqualTo(misuse("exeat", "LEDGR", "ledger"));
        }
        assertThat(Ran.exeat("ledger", "verfy", "--help"))
                .isEqualTo(misuse("exeat ledger", "verfy", "verify"));
    }

    private static Ran misuse(String group, String typed, String nearest) {
        var says =
                "%s: there is no command %s; the nearest is %s. See %s --help.\n"
                        .formatted(group, typed, nearest, group);
        return new Ran(2, "", says);
    }

    @Test
    void the_launcher_knows_its_own_commands_and_those_of_the_tool() throws Exception {
        assertThat(launched("demmo", "--help")).isEqualTo(misuse("exeat", "demmo", "demo"));
        assertThat(launched("ledgr", "--help")).isEqualTo(misuse("exeat", "ledgr", "ledger"));
        assertThat(launched("NOSUCH").status()).isEqualTo(2);
        assertThat(launched("--nosuch").status()).isEqualTo(2);
        var usage = launched("--help").out();
        for (var line : Ran.exeat("--help").out().lines().toList()) {
            if (line.matches("  [a-z]+ .*")) {
                var command = line.strip().split(" ", 2)[0];
                assertThat(usage).containsPattern("(?m)^  " + command + " ");
            }
        }
    }

    @Test
    void who_asks_for_help_about_a_bench_waits_for_no_build() throws Exception {
        for (var subject : List.of("rules", "cases", "age", "seals")) {
            var help = launched("bench", subject, "--help");
            assertThat(help.status()).as(subject).isZero();
            assertThat(help.err()).as("what is built is said there").isEmpty();
            assertThat(help.out()).contains("Usage: exeat bench SUBJECT", "  " + subject + " ");
        }
    }

    private static Ran launched(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Ran.root().resolve("exeat").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    @Test
    void misuse_is_status_2_and_says_where_help_is() {
        for (var line :
                new String[] {
                    "",
                    "nonsense",
                    "decide",
                    "directive",
                    "officer",
                    "tck",
                    "decide x --wrong",
                    "ledger",
                    "ledger verify"
                }) {
            var ran = Ran.exeat(line.isEmpty() ? new String[0] : line.split(" ", -1));
            assertThat(ran.status()).as(line).isEqualTo(2);
            assertThat(ran.out()).as(line).isEmpty();
            assertThat(ran.err()).as(line).contains("--help");
        }
    }
}
