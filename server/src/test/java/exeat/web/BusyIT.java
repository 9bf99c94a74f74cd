package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.RequestedItem;
import exeat.desk.write.Reply;
import exeat.store.key.Keys;
import exeat.web.kit.SecureTokens;
import exeat.web.town.Browser;
import exeat.web.town.Filings;
import exeat.web.town.Filings.Filing;
import exeat.web.town.Town;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The writer cannot write and its queue is full: everybody is told when to come again. */
@QuarkusTest
class BusyIT {

    /** As many as wait in the queue, as a batch takes out of it, and one more. */
    private static final int MORE_THAN_FIT = 1024 + 64 + 1;

    @Inject Town town;
    @Inject Filings filings;

    @TestHTTPResource("/")
    URL base;

    @BeforeEach
    void open() {
        town.open();
    }

    @Tag("full")
    @Test
    void a_full_queue_is_told_with_a_time_to_come_again_and_the_same_form_then_acts_once()
            throws Exception {
        var filing = filings.confirmed(filings.settler(1));
        var answers = new ArrayList<Future<Reply>>();
        try (var browser = Browser.open(base.toString(), "busy");
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var phone = browser.phone("ko-KR", town, filing.number(), filing.secret());
            phone.navigate("/track/1/withdraw");
            try (var lock = lockedEvents()) {
                fill(people, filing, answers);
                isTold(filing);
                Browser.next(phone);
                browser.look(phone, "full");
                assertThat(Browser.text(phone)).contains("다시 해 보기");
                lock.rollback();
            }
            for (var answer : answers) {
                answer.get();
            }
            Browser.press(phone, "다시 해 보기");
            assertThat(Browser.text(phone)).contains("철회하셨습니다");
            assertThat(filings.state(filing, 1).stage())
                    .isEqualTo(exeat.casework.state.Stage.WITHDRAWN);
        }
    }

    private void isTold(Filing filing) {
        var path = "/api/v1/applications/" + filing.id().value() + "/travellers/1/authorisation";
        var answer =
                given().header("Authorization", "Bearer " + town.session("jl-yanji-fa", 1).token())
                        .header("Idempotency-Key", SecureTokens.fresh())
                        .post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }

    /** The first writes, and waits for the lock; behind it the others wait in the queue. */
    private void fill(ExecutorService people, Filing filing, List<Future<Reply>> answers)
            throws InterruptedException {
        var officer = town.session("jl-yanji-fa", 1);
        var desk = town.office().desk();
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            var item = new RequestedItem.OfDocument("word-on-relations");
            Command command =
                    i == 0
                            ? new TravellerCommand.Ask(filing.id(), Filings.ONE, item)
                            : new TravellerCommand.DeclineProposal(
                                    filing.id(), Filings.ONE, i, "not there");
            answers.add(people.submit(() -> desk.handle(officer, SecureTokens.fresh(), command)));
            if (i == 0) {
                Thread.sleep(Duration.ofMillis(300));
            }
        }
        for (int tries = 0; town.office().health().status().queueDepth() < 1024; tries++) {
            assertThat(tries).as("the queue fills").isLessThan(100);
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private Connection lockedEvents() throws Exception {
        var data = ConfigProvider.getConfig().getValue("exeat.data", Path.class);
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        var connection = DriverManager.getConnection(url, "exeat", Keys.in(data).password("owner"));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table event in exclusive mode");
        }
        return connection;
    }
}
