package exeat.bench.rules;

import exeat.bench.rules.subject.BenchPurpose;
import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Procedure;
import exeat.bench.rules.subject.Said;
import exeat.bench.rules.subject.Said.Clearance;
import exeat.bench.rules.subject.Said.Paper;
import exeat.bench.rules.subject.TableDmn;
import exeat.bench.rules.subject.ValueRange;
import exeat.bench.rules.subject.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openl.rules.runtime.RulesEngineFactory;
import org.openl.rules.vm.SimpleRulesVM;
import org.openl.types.IOpenMethod;
import org.openl.vm.IRuntimeEnv;

/**
 * OpenL Tablets: not DMN, but the fastest peer found. It gets its own kind of tables in a workbook,
 * primitives (a double distinguishes amounts to the cent, a day is a number) and arguments ready in
 * an array, and is called without the proxy that its factory creates.
 *
 * <p>A table returns a prepared array of texts; where others collect rows, one rule returns them
 * all.
 */
final class OpenlPeer implements Engine {

    private static final int KEPT = 64;
    private static final String PURPOSE = "(String purpose)";

    private final Map<String, IOpenMethod> methods = new HashMap<>();
    private final Object target;
    private final IRuntimeEnv environment;
    private final @Nullable Said[] last = new @Nullable Said[KEPT];
    private Input input = Input.READY;
    private List<Map<String, Object>> raw = List.of();
    private Object[][] ready = {};

    OpenlPeer(List<BenchRule> rules) {
        try {
            var file = Files.createTempFile("bench", ".xlsx");
            try {
                write(rules, file);
                var factory = new RulesEngineFactory<>(file.toUri().toURL(), Object.class);
                factory.setExecutionMode(true); // without what only its studio needs
                var compiled = factory.getCompiledOpenClass().getOpenClass();
                this.environment = new SimpleRulesVM().getRuntimeEnv();
                this.target = compiled.newInstance(environment);
                compiled.getMethods().forEach(found -> methods.put(found.getName(), found));
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void take(List<Map<String, Object>> people, Input form) {
        input = form;
        raw = List.copyOf(people);
        ready = people.stream().map(OpenlPeer::arguments).toArray(Object[][]::new);
    }

    private static Object[] arguments(Map<String, Object> raw) {
        return new Object[] {
            value(raw, "status"),
            value(raw, "purpose"),
            value(raw, "sponsored"),
            ((BigDecimal) value(raw, "income")).doubleValue(),
            ((BigDecimal) value(raw, "fee")).doubleValue(),
            value(raw, "age"),
            (int) LocalDate.parse((String) value(raw, "arrived")).toEpochDay()
        };
    }

    private static Object value(Map<String, Object> raw, String fact) {
        return java.util.Objects.requireNonNull(raw.get(fact), fact);
    }

    private static void write(List<BenchRule> rules, Path file) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("rules");
            int line =
                    head(
                            sheet,
                            1,
                            TableDmn.ROUTE
                                    + "(String status, String purpose, boolean sponsored, double"
                                    + " income, double fee, int age, int arrived)",
                            "Status",
                            "Purpose",
                            "Sponsored",
                            "Income",
                            "Fee",
                            "Age",
                            "Arrived",
                            "Return");
            for (int rule = 0; rule < rules.size(); rule++) {
                route(sheet, line++, rules.get(rule), rule);
            }
            line = head(sheet, line + 1, TableDmn.CLEARANCES + PURPOSE, "Purpose", "Return");
            for (var journey : BenchPurpose.values()) {
                cells(sheet, line++, journey.word(), clearances(journey));
            }
            line = head(sheet, line + 1, TableDmn.PAPER + PURPOSE, "Purpose", "Return");
            for (var journey : BenchPurpose.values()) {
                cells(sheet, line++, journey.word(), paper(journey));
            }
            line = head(sheet, line + 1, TableDmn.DOCUMENTS + PURPOSE, "Purpose", "Return");
            for (var journey : BenchPurpose.values()) {
                cells(sheet, line++, journey.word(), joined(Procedure.documents(journey)));
            }
            line = head(sheet, line + 1, TableDmn.SET_ASIDE + PURPOSE, "Purpose", "Return");
            for (var journey : BenchPurpose.values()) {
                cells(sheet, line++, journey.word(), grounds(journey));
            }
            book.write(out);
        }
    }

    private static int head(Sheet sheet, int line, String signature, String... titles) {
        sheet.createRow(line).createCell(1).setCellValue("SimpleRules String[] " + signature);
        sheet.addMergedRegion(new CellRangeAddress(line, line, 1, titles.length));
        cells(sheet, line + 1, titles);
        return line + 2;
    }

    private static void route(Sheet sheet, int line, BenchRule row, int rule) {
        cells(
                sheet,
                line,
                row.status().orElse(""),
                row.purpose().orElse(""),
                row.sponsored().map(String::valueOf).orElse(""),
                range(row.income(), String::valueOf),
                range(row.fee(), String::valueOf),
                range(row.age(), String::valueOf),
                range(row.arrived(), day -> String.valueOf(day.toEpochDay())),
                joined(
                        List.of(
                                Procedure.outcome(rule).word(),
                                Workload.id(rule),
                                Procedure.route(rule).orElse("none"))));
    }

    private static String clearances(BenchPurpose journey) {
        var texts = new ArrayList<String>();
        for (var one : Procedure.clearances(journey)) {
            texts.addAll(List.of(one.name(), one.function(), "" + one.days()));
        }
        return joined(texts);
    }

    private static String paper(BenchPurpose journey) {
        var paper = Procedure.paper(journey);
        return joined(
                List.of(
                        "" + paper.validityDays(),
                        "" + paper.reentry(),
                        "" + paper.decisionDays(),
                        "" + paper.fee(),
                        "" + paper.appearances()));
    }

    private static String grounds(BenchPurpose journey) {
        var texts = new ArrayList<String>();
        for (var route : Procedure.routesToSetAside()) {
            Procedure.grounds(journey, route)
                    .forEach(ground -> texts.addAll(List.of(route, ground)));
        }
        return joined(texts);
    }

    private static String joined(List<String> texts) {
        return String.join(",", texts);
    }

    private static void cells(Sheet sheet, int line, String... texts) {
        var row = sheet.createRow(line);
        for (int at = 0; at < texts.length; at++) {
            row.createCell(1 + at).setCellValue(texts[at]);
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
    public Said answer(int person) {
        return decide(
                input == Input.RAW
                        ? arguments(raw.get(person & (raw.size() - 1)))
                        : ready[person & (ready.length - 1)]);
    }

    @Override
    public long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            var said = answer(at);
            last[at & (KEPT - 1)] = said;
            sum += said.rule().length();
        }
        return sum;
    }

    private Said decide(Object[] person) {
        var route = outputs(TableDmn.ROUTE, person);
        Object[] purpose = {person[1]};
        var clearances = outputs(TableDmn.CLEARANCES, purpose);
        var asked = new ArrayList<Clearance>(clearances.length / 3);
        for (int at = 0; at < clearances.length; at += 3) {
            asked.add(
                    new Clearance(
                            clearances[at],
                            clearances[at + 1],
                            Integer.parseInt(clearances[at + 2])));
        }
        var paper = outputs(TableDmn.PAPER, purpose);
        boolean approves = route.length > 0 && !route[2].equals("none");
        var toSetAside = outputs(TableDmn.SET_ASIDE, purpose);
        var grounds = new ArrayList<String>(toSetAside.length / 2);
        for (int at = 0; at < toSetAside.length; at += 2) {
            if (approves && toSetAside[at].equals(route[2])) {
                grounds.add(toSetAside[at + 1]);
            }
        }
        return new Said(
                route.length == 0 ? "refer" : route[0],
                approves ? route[2] : "",
                route.length == 0 ? "" : route[1],
                asked,
                Arrays.asList(outputs(TableDmn.DOCUMENTS, purpose)),
                new Paper(
                        Integer.parseInt(paper[0]),
                        Boolean.parseBoolean(paper[1]),
                        Integer.parseInt(paper[2]),
                        Integer.parseInt(paper[3]),
                        Integer.parseInt(paper[4])),
                grounds);
    }

    /** The output of a table; empty if no rule matches. */
    @SuppressWarnings("unchecked") // its own type is raw
    private String[] outputs(String table, Object[] arguments) {
        var method = java.util.Objects.requireNonNull(methods.get(table), table);
        var given = method.invoke(target, arguments, environment);
        return given == null ? new String[0] : (String[]) given;
    }
}
