package exeat.demo;

import java.util.List;

/**
 * The people of one made-up application.
 *
 * @param id its name in the file, such as {@code D00001}
 * @param day of the month on which it is filed, from 0
 * @param residence the unit in whose area they live
 */
record Household(String id, int day, String residence, List<Person> people) {

    Household {
        people = List.copyOf(people);
    }
}
