package exeat.bench.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openl.rules.runtime.RulesEngineFactory;
import org.openl.rules.vm.SimpleRulesVM;
import org.openl.types.IOpenMethod;
import org.openl.vm.IRuntimeEnv;

/**
 * OpenL Tablets: no DMN, but the fastest peer that was found. It is given its own kind of table in
 * a workbook, primitives (a double tells amounts to the cent apart, a day is a number), arguments
 * ready in an array, and is called without the proxy that its factory makes.
 */
final class OpenlPeer implements Engine {

    private final IOpenMethod method;
    private final Object target;
    private final IRuntimeEnv environment;
    private Object[][] people = {};

    OpenlPeer(Workload workload) {
        try {
            var file = Files.createTempFile("bench", ".xlsx");
            try {
                write(workload, file);
                var factory = new RulesEngineFactory<>(file.toUri().toURL(), Object.class);
                factory.setExecutionMode(true); // without what only its studio needs
                var compiled = factory.getCompiledOpenClass().getOpenClass();
                this.environment = new SimpleRulesVM().getRuntimeEnv();
                this.target = compiled.newInstance(environment);
                this.method =
                        compiled.getMethods().stream()
                                .filter(found -> found.getName().equals(DmnWriter.DECISION))
                                .findFirst()
                                .orElseThrow();
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void take(List<BenchCase> cases) {
        people =
                cases.stream()
                        .map(person ->
                                new Object[] {
                                    person.status(),
                                    person.purpose(),
                                    person.sponsored(),
                                    person.income().doubleValue(),
                                    person.fee().doubleValue(),
                                    person.age(),
                                    (int) person.arrived().toEpochDay()
                                })
                        .toArray(Object[][]::new);
    }

    private static void write(Workload workload, Path file) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("rules");
            sheet.createRow(1)
                    .createCell(1)
                    .setCellValue(
                            "SimpleRules String finding(String status, String purpose, boolean"
                                    + " sponsored, double income, double fee, int age, int"
                                    + " arrived)");
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 8));
            int line = 2;
            cells(
                    sheet.createRow(line++),
                    "Status",
                    "Purpose",
                    "Sponsored",
                    "Income",
                    "Fee",
                    "Age",
                    "Arrived",
                    "Return");
            for (var row : workload.rows()) {
                cells(
                        sheet.createRow(line++),
                        row.status().orElse(""),
                        row.purpose().orElse(""),
                        row.sponsored().map(String::valueOf).orElse(""),
                        range(row.income(), String::valueOf),
                        range(row.fee(), String::valueOf),
                        range(row.age(), String::valueOf),
                        range(row.arrived(), day -> String.valueOf(day.toEpochDay())),
                        row.id());
            }
            book.write(out);
        }
    }

    private static void cells(org.apache.poi.ss.usermodel.Row line, String... texts) {
        for (int at = 0; at < texts.length; at++) {
            line.createCell(1 + at).setCellValue(texts[at]);
        }
    }

    private static <T extends Comparable<? super T>> String range(
            ValueRange<T> range, Function<T, String> written) {
        var low = range.low().map(written);
        var high = range.high().map(written);
        if (low.isPresent() && high.isPresent()) {
            return "[" + low.get() + ".." + high.get() + ")";
        }
        return low.map(bound -> ">=" + bound).or(() -> high.map(bound -> "<" + bound)).orElse("");
    }

    @Override
    public int answer(int person) {
        return decide(person) instanceof String id ? Workload.number(id) : Workload.NO_RULE;
    }

    @Override
    public long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            sum += decide(at & (people.length - 1)) == null ? 1 : 2;
        }
        return sum;
    }

    @SuppressWarnings("unchecked") // its own type is raw
    private @Nullable Object decide(int person) {
        return method.invoke(target, people[person], environment);
    }
}
