package exeat.desk.operator;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.rows.OperatorStore.Act;
import exeat.store.rows.OperatorStore.Logged;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators follow from signed acts in the order of the log. */
class OperatorHistoryTest {

    private static final String LOG = "office+1+key";
    private static final String RULE = "retention approve prc-1963 30 days: a law";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir private Path folder;

    private final List<Logged> acts = new ArrayList<>();
    private OperatorKey one;
    private OperatorKey two;

    @BeforeEach
    void keys() {
        one = OperatorKey.make("one", folder.resolve("one.key"));
        two = OperatorKey.make("two", folder.resolve("two.key"));
    }

    private void act(OperatorKey key, String what, Instant at, Instant logged) {
        var signature = key.sign(OperatorHistory.text(LOG, key.name(), at, what));
        var act = new Act(acts.size() + 1, key.name(), what, at, signature);
        acts.add(new Logged(act, Optional.of(logged)));
    }

    private void act(OperatorKey key, String what, Instant at) {
        act(key, what, at, at);
    }

    private void bothSince(Instant at) {
        act(one, OperatorHistory.adding("one", one.open()), at);
        act(one, OperatorHistory.adding("two", two.open()), at.plusSeconds(1));
    }

    private OperatorHistory history() {
        return OperatorHistory.of(LOG, acts);
    }

    private Optional<Instant> agreed() {
        return history().agreed(RULE, WEEK, DAY.plus(Duration.ofDays(400)));
    }

    @Test
    void two_who_have_stood_for_a_week_agree_when_the_second_signs() {
        bothSince(DAY);
        act(one, RULE, DAY.plus(Duration.ofDays(8)));
        assertThat(agreed()).as("one alone").isEmpty();
        act(one, RULE, DAY.plus(Duration.ofDays(9)));
        assertThat(agreed()).as("the same one twice").isEmpty();
        act(two, RULE, DAY.plus(Duration.ofDays(10)));
        assertThat(agreed()).contains(DAY.plus(Duration.ofDays(10)));
        assertThat(history().refuted()).isEmpty();
        assertThat(history().operators()).extracting(row -> row.id()).containsExactly("one", "two");
    }

    @Test
    void an_act_that_says_an_earlier_time_than_its_place_in_the_log_counts_from_there() {
        var today = DAY.plus(Duration.ofDays(100));
        act(one, OperatorHistory.adding("one", one.open()), DAY);
        // The second was made today, and says that it was a month ago.
        act(
                one,
                OperatorHistory.adding("two", two.open()),
                today.minus(Duration.ofDays(30)),
                today);
        act(one, RULE, today);
        act(two, RULE, today.plusSeconds(1));
        assertThat(agreed()).isEmpty();
        assertThat(history().refuted())
                .singleElement()
                .satisfies(
                        refuted -> assertThat(refuted.why()).contains("stands in the log after"));
        act(two, RULE, today.plus(WEEK));
        assertThat(agreed()).contains(today.plus(WEEK));
    }

    @Test
    void what_has_no_place_in_the_log_does_not_count() {
        bothSince(DAY);
        act(one, RULE, DAY.plus(Duration.ofDays(8)));
        act(two, RULE, DAY.plus(Duration.ofDays(8)));
        var last = acts.removeLast();
        acts.add(new Logged(last.act(), Optional.empty()));
        assertThat(agreed()).isEmpty();
    }

    @Test
    void nobody_is_an_operator_without_an_operator_who_signed_it() {
        act(one, OperatorHistory.adding("two", two.open()), DAY);
        assertThat(history().operators()).as("the first signs for themselves").isEmpty();
        acts.clear();
        act(one, OperatorHistory.adding("one", one.open()), DAY);
        act(two, OperatorHistory.adding("two", two.open()), DAY.plusSeconds(1));
        var other = OperatorHistory.of("another log", acts);
        assertThat(history().operators()).hasSize(1);
        assertThat(history().refuted())
                .extracting(OperatorHistory.Refuted::why)
                .containsExactly("it is not signed with the key of two");
        assertThat(other.operators()).as("signed for another log").isEmpty();
    }

    @Test
    void whoever_was_ended_signs_no_more() {
        bothSince(DAY);
        act(one, OperatorHistory.ending("two"), DAY.plus(Duration.ofDays(1)));
        act(two, RULE, DAY.plus(Duration.ofDays(9)));
        act(one, RULE, DAY.plus(Duration.ofDays(9)));
        assertThat(agreed()).isEmpty();
        assertThat(history().refuted())
                .extracting(OperatorHistory.Refuted::why)
                .containsExactly("two was no operator any more");
        assertThat(history().acted("two", DAY.plus(Duration.ofDays(9)), WEEK)).isFalse();
        assertThat(history().acted("one", DAY.plus(Duration.ofDays(9)), WEEK)).isTrue();
    }

    /** In the log, or waiting for a place there because the log has no key. */
    private void approves(OperatorKey key, String next, Instant at) {
        var what = OperatorHistory.succession(LOG, next);
        var signature = key.sign(OperatorHistory.text(LOG, key.name(), at, what));
        var act = new Act(acts.size() + 1, key.name(), what, at, signature);
        acts.add(new Logged(act, Optional.empty()));
    }

    private Optional<String> successor(Instant now) {
        return history().successor(LOG, WEEK, now);
    }

    @Test
    void a_new_key_of_the_log_takes_two_who_have_been_operators_for_a_week() {
        bothSince(DAY);
        var soon = DAY.plus(Duration.ofDays(6));
        var later = DAY.plus(Duration.ofDays(8));
        approves(one, "new", soon);
        approves(two, "new", soon);
        assertThat(successor(later)).as("too soon").isEmpty();

        approves(one, "new", later);
        approves(one, "new", later.plusSeconds(1));
        approves(two, "other", later.plusSeconds(2));
        assertThat(successor(later)).as("one twice, and another key").isEmpty();

        approves(two, "new", later.plusSeconds(3));
        assertThat(successor(later)).contains("new");
        assertThat(history().successor("another log", WEEK, later)).isEmpty();

        act(one, OperatorHistory.ending("two"), later.plusSeconds(4));
        assertThat(successor(later)).as("ended after it was done").contains("new");
    }

    @Test
    void who_was_ended_before_the_second_or_signs_for_the_future_lets_no_key_follow() {
        bothSince(DAY);
        var later = DAY.plus(Duration.ofDays(8));
        approves(two, "new", later.plus(Duration.ofDays(30)));
        approves(one, "new", later);
        assertThat(successor(later)).as("a day that has not come").isEmpty();

        approves(two, "newer", later.plusSeconds(1));
        act(one, OperatorHistory.ending("two"), later.plusSeconds(2));
        approves(one, "newer", later.plusSeconds(3));
        assertThat(successor(later)).as("ended between the two").isEmpty();
    }

    @Test
    void an_approval_that_somebody_else_signed_is_none() {
        bothSince(DAY);
        var later = DAY.plus(Duration.ofDays(8));
        approves(one, "new", later);
        var what = OperatorHistory.succession(LOG, "new");
        var forged = one.sign(OperatorHistory.text(LOG, "two", later, what));
        acts.add(
                new Logged(new Act(acts.size() + 1, "two", what, later, forged), Optional.empty()));
        assertThat(successor(later)).isEmpty();
        assertThat(history().refuted()).hasSize(1);
    }
}
