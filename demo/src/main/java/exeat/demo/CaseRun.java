package exeat.demo;

import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The month of one application: what happens to it, and when. One thread at a time works on it, and
 * its course depends only on the seed and its own history, so an interrupted month continues in the
 * same way.
 */
final class CaseRun {

    private final Scene scene;
    private final Household household;
    private final Random random;
    private final CaseId id;
    private final String number;
    private final AuthorityId holder;
    private final List<PersonRun> people;
    private final TreeMap<Integer, Deque<Runnable>> agenda = new TreeMap<>();
    private int today;

    CaseRun(Scene scene, Household household, CaseSeen seen, long seed) {
        this.scene = scene;
        this.household = household;
        random = new Random(seed * 31 + household.id().hashCode());
        id = seen.id();
        number = seen.number();
        holder = seen.holder();
        today = household.day();
        people =
                IntStream.range(0, household.people().size())
                        .mapToObj(i -> new PersonRun(this, household.people().get(i), i + 1))
                        .toList();
        // Some people have not come to the counter yet.
        if (!chance(50)) {
            later(between(0, 2), this::handOutSecrets);
        }
    }

    /** Does everything that is due by this day. */
    void live(int day) {
        today = day;
        while (!agenda.isEmpty() && agenda.firstKey() <= day) {
            var due = agenda.firstEntry().getValue();
            due.removeFirst().run();
            if (due.isEmpty()) {
                agenda.remove(agenda.firstKey());
            }
        }
    }

    /** Whether other cases determine when this one moves. */
    boolean isInLine() {
        return scene.planting().caps(holder);
    }

    boolean isDue(int day) {
        return !agenda.isEmpty() && agenda.firstKey() <= day;
    }

    void later(int days, Runnable step) {
        agenda.computeIfAbsent(today + days, _ -> new ArrayDeque<>()).add(step);
    }

    private void handOutSecrets() {
        people.stream().filter(person -> !person.isMinor()).forEach(PersonRun::takeSecret);
        people.stream().filter(PersonRun::isMinor).forEach(this::askParents);
    }

    private void askParents(PersonRun child) {
        later(between(4, 6), () -> consent(child));
    }

    /** Both parents, each for themselves; then the child is heard. */
    private void consent(PersonRun child) {
        var guardians = child.person().guardians();
        for (int i = 0; i < guardians.size(); i++) {
            var parent = people.get(guardians.get(i) - 1);
            var index = i;
            parent.secret()
                    .ifPresent(secret ->
                            child.meet(
                                    scene.party(number, secret),
                                    "consent" + index,
                                    new Safeguard.Consent(index, "own secret")));
        }
        if (!chance(150)) {
            later(
                    between(1, 4),
                    () ->
                            child.meet(
                                    officer(),
                                    "heard",
                                    new Safeguard.Heard("record of hearing " + household.id())));
        }
    }

    /** Tells each person what happened to them. */
    void happened(List<Event> events) {
        for (var event : events) {
            if (event instanceof TravellerEvent mine) {
                people.get(mine.traveller().number() - 1).happened(mine);
            }
        }
    }

    Scene scene() {
        return scene;
    }

    Household household() {
        return household;
    }

    CaseId id() {
        return id;
    }

    String number() {
        return number;
    }

    AuthorityId holder() {
        return holder;
    }

    List<PersonRun> people() {
        return people;
    }

    int today() {
        return today;
    }

    Session officer() {
        return scene.officers().first(holder);
    }

    Session secondOfficer() {
        return scene.officers().second(holder);
    }

    String key(int person, String step) {
        return "demo/" + household.id() + "/" + person + "/" + step;
    }

    boolean chance(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    static TravellerNo no(int number) {
        return new TravellerNo(number);
    }
}
