package exeat.bench.rules;

import exeat.bench.rules.subject.Workload;
import exeat.rules.Directive;

/** Twelve rules as a chain of ifs; written by {@link Handwriting}. */
final class HandWritten extends HandTable {

    HandWritten(Directive directive) {
        super(directive, 12);
    }

    @Override
    public long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            var person = person(at);
            sum += keep(at, finding(first(person), person));
        }
        return sum;
    }

    @Override
    int first(HandPerson person) {
        if (rule0(person)) {
            return 0;
        }
        if (rule1(person)) {
            return 1;
        }
        if (rule2(person)) {
            return 2;
        }
        if (rule3(person)) {
            return 3;
        }
        if (rule4(person)) {
            return 4;
        }
        if (rule5(person)) {
            return 5;
        }
        if (rule6(person)) {
            return 6;
        }
        if (rule7(person)) {
            return 7;
        }
        if (rule8(person)) {
            return 8;
        }
        if (rule9(person)) {
            return 9;
        }
        if (rule10(person)) {
            return 10;
        }
        if (rule11(person)) {
            return 11;
        }
        return Workload.NO_RULE;
    }

    private static boolean rule0(HandPerson person) {
        return person.sponsored()
                && person.income() < 2007368L
                && person.fee() >= 85967L
                && person.age() >= 40
                && person.age() < 53
                && person.arrived() < 24388;
    }

    private static boolean rule1(HandPerson person) {
        return person.purpose() == 2
                && person.income() < 4068034L
                && person.fee() >= 20140L
                && person.fee() < 36154L
                && person.age() >= 52
                && person.age() < 55
                && person.arrived() >= 19728
                && person.arrived() < 20111;
    }

    private static boolean rule2(HandPerson person) {
        return person.status() == 2
                && person.purpose() == 1
                && !person.sponsored()
                && person.income() < 6909615L
                && person.age() >= 16
                && person.arrived() >= 18209
                && person.arrived() < 21960;
    }

    private static boolean rule3(HandPerson person) {
        return person.status() == 2
                && !person.sponsored()
                && person.income() >= 5845309L
                && person.income() < 14495072L
                && person.fee() >= 62064L
                && person.fee() < 208469L
                && person.age() >= 65
                && person.age() < 89;
    }

    private static boolean rule4(HandPerson person) {
        return person.status() == 2
                && !person.sponsored()
                && person.income() >= 7456526L
                && person.income() < 16070861L
                && person.age() >= 11
                && person.age() < 76
                && person.arrived() < 18641;
    }

    private static boolean rule5(HandPerson person) {
        return person.status() == 0
                && person.sponsored()
                && person.income() >= 3031914L
                && person.income() < 12192518L
                && person.fee() < 21229L
                && person.age() >= 0
                && person.age() < 32
                && person.arrived() >= 18665
                && person.arrived() < 23215;
    }

    private static boolean rule6(HandPerson person) {
        return person.status() == 5
                && person.purpose() == 0
                && person.income() >= 4785241L
                && person.income() < 5855946L
                && person.age() >= 70
                && person.age() < 99;
    }

    private static boolean rule7(HandPerson person) {
        return person.purpose() == 1
                && !person.sponsored()
                && person.income() >= 6029432L
                && person.income() < 15540951L
                && person.fee() >= 76655L
                && person.arrived() >= 20251
                && person.arrived() < 20271;
    }

    private static boolean rule8(HandPerson person) {
        return person.status() == 2
                && !person.sponsored()
                && person.income() >= 3099399L
                && person.income() < 9356110L
                && person.age() < 192;
    }

    private static boolean rule9(HandPerson person) {
        return person.status() == 4
                && person.income() >= 7828488L
                && person.income() < 17118398L
                && person.fee() >= 72847L
                && person.fee() < 140042L
                && person.arrived() >= 19431
                && person.arrived() < 21805;
    }

    private static boolean rule10(HandPerson person) {
        return person.purpose() == 0
                && !person.sponsored()
                && person.income() >= 8132756L
                && person.income() < 18203808L
                && person.age() >= 22
                && person.age() < 107
                && person.arrived() < 20167;
    }

    private static boolean rule11(HandPerson person) {
        return person.status() == 4
                && person.purpose() == 0
                && person.income() < 14388698L
                && person.fee() < 134154L
                && person.arrived() >= 17303
                && person.arrived() < 17884;
    }
}
