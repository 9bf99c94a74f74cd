package exeat.desk.write;

import static exeat.desk.Town.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.OfficerId;
import exeat.desk.Backstage;
import exeat.desk.CuttingProxy;
import exeat.desk.Enacted;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Today;
import exeat.desk.Town;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.webhook.Webhooks;
import exeat.ledger.KeyName;
import exeat.rules.finding.Consequence;
import exeat.store.OfficeException;
import exeat.store.database.TrainingFolder;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Acknowledged commands are stored; unacknowledged ones are stored once or not at all. */
class CrashIT {

    private final Town town = Town.shared();

    /** On an outside database of its own, whose owner is an ordinary role. */
    private Office outside(CuttingProxy proxy, Path data, String name) throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(
                    superuser, "create role %s login createrole password 'given'".formatted(name));
            Backstage.run(superuser, "create database %s owner %s".formatted(name, name));
        }
        return outsideAgain(proxy, data, name);
    }

    private Office outsideAgain(CuttingProxy proxy, Path data, String name) {
        // Without prepared statements every call shows its name on the way.
        var url =
                "jdbc:postgresql://127.0.0.1:%d/%s?prepareThreshold=0"
                        .formatted(proxy.port(), name);
        return Office.open(
                new OfficeSettings(
                        data,
                        Optional.of(url),
                        Optional.of(name),
                        Optional.of("given"),
                        Town.packs()),
                town.clock());
    }

    private static void inForce(Office office) {
        office.officerAccounts()
                .create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
        var root = office.authentication().signInOfficer("root", "right").orElseThrow();
        Enacted.putInForce(office, Town.ROOT, root);
    }

    @Test
    void a_broken_connection_at_any_step_loses_nothing_and_does_nothing_twice() throws Exception {
        var port = java.net.URI.create(Backstage.url(town).substring("jdbc:".length())).getPort();
        try (var proxy = new CuttingProxy(port);
                var office = outside(proxy, Town.folder(), "crashing")) {
            inForce(office);
            for (var call : List.of("load_batch", "append_batch")) {
                for (var when : CuttingProxy.When.values()) {
                    var stranger = office.authentication().anonymousSession();
                    var draft =
                            new ApplicationDraft(
                                    Channel.WEB, Optional.empty(), List.of(Town.returning()));
                    int before = proxy.cuts.get();
                    proxy.cut(call, when);

                    var filed = office.desk().apply(stranger, "k", draft);
                    while (filed.reply() instanceof Reply.Later) {
                        filed = office.desk().apply(stranger, "k", draft);
                    }

                    assertThat(proxy.cuts.get()).isEqualTo(before + 1);
                    assertThat(filed.reply()).isInstanceOf(Reply.Done.class);
                    assertThat(office.desk().apply(stranger, "k", draft)).isEqualTo(filed);
                    var party =
                            office.authentication()
                                    .signInTraveller(
                                            filed.number().orElseThrow(),
                                            filed.secret().orElseThrow())
                                    .orElseThrow();
                    var id =
                            (exeat.casework.value.StreamId.CaseId)
                                    ((Reply.Done) filed.reply()).stream();
                    var history = office.cases().history(party, id);
                    assertThat(history.stream().filter(e -> isApplied(e.event()))).hasSize(1);
                }
            }
            assertThat(office.health().status().healthy()).isTrue();
        }
    }

    private static boolean isApplied(exeat.casework.event.Event event) {
        return event instanceof exeat.casework.event.CaseEvent.Applied;
    }

    /** A whole process, killed without a word. */
    public static void main(String[] arguments) throws Exception {
        var office =
                Office.open(
                        OfficeSettings.embedded(Path.of(arguments[0]), Town.packs()),
                        Today.clock());
        inForce(office);
        var draft = new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(Town.returning()));
        var filed = office.desk().apply(office.authentication().anonymousSession(), "k", draft);
        System.out.println(
                "filed " + filed.number().orElseThrow() + " " + filed.secret().orElseThrow());
        Thread.sleep(120_000);
    }

    @Tag("full")
    @Test
    void after_kill_9_the_next_start_stops_the_orphan_and_has_what_was_done() throws Exception {
        var data = Town.folder();
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dexeat.root=" + System.getProperty("exeat.root"),
                                "-Dexeat.now=" + Today.NOW,
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashIT.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            var words = filed(child).split(" ", -1);
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            var orphan = pid(data);
            assertThat(ProcessHandle.of(orphan)).isPresent();

            try (var office =
                    Office.open(OfficeSettings.embedded(data, Town.packs()), Today.clock())) {
                assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
                var party =
                        office.authentication().signInTraveller(words[1], words[2]).orElseThrow();
                var id = ((exeat.casework.command.Actor.Party) party.actor()).caseId();
                var told = EnumSet.allOf(Consequence.class);
                assertThat(
                                office.desk()
                                        .handle(
                                                party,
                                                "c",
                                                new TravellerCommand.Confirm(id, ONE, told)))
                        .isInstanceOf(Reply.Done.class);
            }
            assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
        } finally {
            child.destroyForcibly();
        }
    }

    private static String filed(Process child) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("filed ")) {
                return line;
            }
        }
        throw new AssertionError("the child filed nothing");
    }

    private static long pid(Path data) throws IOException {
        var file = data.resolve("postgres").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    @Test
    void other_keys_than_those_of_the_database_are_refused() throws Exception {
        var port = java.net.URI.create(Backstage.url(town).substring("jdbc:".length())).getPort();
        try (var proxy = new CuttingProxy(port)) {
            var data = Town.folder();
            outside(proxy, data, "keyed").close();
            var other = Town.folder();
            for (var role : List.of("writer", "reader", "door", "clerk")) {
                Files.createDirectories(other.resolve("keys"));
                Files.copy(
                        data.resolve("keys").resolve(role + ".password"),
                        other.resolve("keys").resolve(role + ".password"));
            }
            var settings =
                    new OfficeSettings(
                            other,
                            Optional.of("jdbc:postgresql://127.0.0.1:" + proxy.port() + "/keyed"),
                            Optional.of("keyed"),
                            Optional.of("given"),
                            Town.packs());
            assertThatThrownBy(() -> Office.open(settings, town.clock()))
                    .hasMessageContaining("do not belong to this database");
            assertThat(Keys.in(data).secret("pepper"))
                    .isNotEqualTo(Keys.in(other).secret("pepper"));

            // The same keys, marked: an office's cases are none to train with.
            InstallationKind.markTraining(data);
            refused(proxy, data, "keyed", "is an office's");
        }
    }

    @Tag("full")
    @Test
    void a_training_installation_signs_calls_and_opens_as_one_alone() throws Exception {
        var port = java.net.URI.create(Backstage.url(town).substring("jdbc:".length())).getPort();
        var data = Town.emptyFolder();
        TrainingFolder.claim(data);
        try (var proxy = new CuttingProxy(port)) {
            try (var training = outside(proxy, data, "trained")) {
                assertThat(training.ledger().key()).startsWith(KeyName.TRAINING);
                var hook =
                        training.webhooks()
                                .add(
                                        Town.ROOT,
                                        Optional.of("prc-1963"),
                                        "https://example.org/",
                                        List.of(),
                                        "x");
                assertThat(hook)
                        .isInstanceOfSatisfying(
                                Webhooks.Added.Refused.class,
                                refused -> assertThat(refused.why()).contains("calls nobody"));
            }
            // Without the mark it would open as an office.
            Files.delete(data.resolve("keys").resolve("training"));
            refused(proxy, data, "trained", "is a training installation's");
            assertThatThrownBy(() -> TrainingFolder.claim(data)).hasMessageContaining("is in use");
            InstallationKind.markTraining(data);
            outsideAgain(proxy, data, "trained").close();
        }
    }

    private void refused(CuttingProxy proxy, Path data, String name, String why) {
        assertThatThrownBy(() -> outsideAgain(proxy, data, name).close())
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(OfficeException.Code.KEYS))
                .hasMessageContaining(why);
    }
}
