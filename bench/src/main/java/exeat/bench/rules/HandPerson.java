package exeat.bench.rules;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A person as a programmer would represent them for the tables: a number for each text, cents,
 * years, and days since 1970; and the facts for the finding.
 */
record HandPerson(
        int status,
        int purpose,
        boolean sponsored,
        long income,
        long fee,
        int age,
        int arrived,
        Facts facts) {

    private static final FactName STATUS = new FactName("status");
    private static final FactName PURPOSE = new FactName("purpose");
    private static final FactName SPONSORED = new FactName("sponsored");
    private static final FactName INCOME = new FactName("income");
    private static final FactName FEE = new FactName("fee");
    private static final FactName AGE = new FactName("age");
    private static final FactName ARRIVED = new FactName("arrived");

    private static final Value TRUE = Value.of(true);
    private static final Value FALSE = Value.of(false);

    /** The person that a map of raw values describes. */
    static HandPerson of(Map<String, Object> raw) {
        var status = text(raw, "status");
        var purpose = text(raw, "purpose");
        boolean sponsored = raw.get("sponsored") instanceof Boolean truth && truth;
        var income = amount(raw, "income");
        var fee = amount(raw, "fee");
        int age = raw.get("age") instanceof Integer years ? years : 0;
        var arrived = LocalDate.parse(text(raw, "arrived"));
        Map<FactName, Value> facts = HashMap.newHashMap(7);
        facts.put(STATUS, Value.of(status));
        facts.put(PURPOSE, Value.of(purpose));
        facts.put(SPONSORED, sponsored ? TRUE : FALSE);
        facts.put(INCOME, Value.of(income));
        facts.put(FEE, Value.of(fee));
        facts.put(AGE, Value.of(age));
        facts.put(ARRIVED, Value.of(arrived));
        return new HandPerson(
                status(status),
                purpose(purpose),
                sponsored,
                cents(income),
                cents(fee),
                age,
                (int) arrived.toEpochDay(),
                new Facts(facts));
    }

    private static String text(Map<String, Object> raw, String fact) {
        return raw.get(fact) instanceof String text ? text : "";
    }

    private static BigDecimal amount(Map<String, Object> raw, String fact) {
        return raw.get(fact) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
    }

    static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    static int status(String text) {
        return switch (text) {
            case "national" -> 0;
            case "resident" -> 1;
            case "settled" -> 2;
            case "student" -> 3;
            case "worker" -> 4;
            case "refugee" -> 5;
            case "visitor" -> 6;
            default -> throw new IllegalArgumentException("no status: " + text);
        };
    }

    static int purpose(String text) {
        return switch (text) {
            case "settle" -> 0;
            case "return" -> 1;
            case "trip" -> 2;
            default -> throw new IllegalArgumentException("no purpose: " + text);
        };
    }
}
