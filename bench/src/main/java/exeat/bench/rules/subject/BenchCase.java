package exeat.bench.rules.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** One person's facts; every table of the bench reads these seven facts. */
public record BenchCase(
        String status,
        String purpose,
        boolean sponsored,
        BigDecimal income,
        BigDecimal fee,
        int age,
        LocalDate arrived) {

    /** The facts as a JSON reader returns them, with a date as text. */
    public Map<String, Object> raw() {
        var map = new LinkedHashMap<String, Object>();
        map.put("status", status);
        map.put("purpose", purpose);
        map.put("sponsored", sponsored);
        map.put("income", income);
        map.put("fee", fee);
        map.put("age", age);
        map.put("arrived", arrived.toString());
        return map;
    }
}
