package exeat.rules.feel.functions;

import exeat.rules.feel.value.Equality;
import exeat.rules.feel.value.EvaluationContext;
import exeat.rules.feel.value.EvaluationException;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.Arguments;
import exeat.rules.feel.value.FeelValue.Function;
import exeat.rules.feel.value.FeelValue.Items;
import exeat.rules.feel.value.FeelValue.Truth;
import exeat.rules.feel.value.Values;
import java.util.ArrayList;
import java.util.List;

/** List functions that keep, find and arrange items (DMN 1.5, 10.3.4). */
final class ListFunctions {

    private ListFunctions() {}

    static void define(BuiltinFunctions table) {
        table.add("list contains", "list, element", ListFunctions::contains);
        table.add("count", "list", a -> Values.of((long) a.list(0).size()));
        table.add("sublist", "list, start position, length?", ListFunctions::sublist);
        table.add("append", "list, item...", ListFunctions::append);
        table.add("concatenate", "list...", a -> Values.of(concatenated(a)));
        table.add("union", "list...", a -> Values.of(distinct(concatenated(a), a.run())));
        table.add("distinct values", "list", a -> Values.of(distinct(a.list(0), a.run())));
        table.add("insert before", "list, position, newItem", ListFunctions::insert);
        table.add("remove", "list, position", ListFunctions::remove);
        table.add("list replace", "list, position, newItem", ListFunctions::replace);
        table.add("list replace", "list, match, newItem", ListFunctions::replace);
        table.add("reverse", "list", a -> Values.of(a.list(0).reversed()));
        table.add("index of", "list, match", ListFunctions::indexOf);
        table.add("flatten", "list", ListFunctions::flatten);
        table.add("sort", "list, precedes", ListFunctions::sort);
    }

    private static FeelValue contains(ActualArguments arguments) {
        for (var item : arguments.list(0)) {
            if (Equality.isEqual(item, arguments.value(1), arguments.run())) {
                return Values.TRUE;
            }
        }
        return Values.FALSE;
    }

    /** Converts a position, counted from 1 or backwards from the end, to an index from 0. */
    private static int place(int position, int size) {
        if (position == 0) {
            throw new NoAnswer();
        }
        int place = position > 0 ? position - 1 : size + position;
        if (place < 0 || place >= size) {
            throw new EvaluationException("names a position outside the list");
        }
        return place;
    }

    private static FeelValue sublist(ActualArguments arguments) {
        var list = arguments.list(0);
        int from = place(arguments.whole(1), list.size());
        int to = list.size();
        if (arguments.has(2)) {
            long end = (long) from + arguments.whole(2);
            if (end <= from || end > list.size()) {
                throw new EvaluationException("names a position outside the list");
            }
            to = (int) end;
        }
        return Values.of(list.subList(from, to));
    }

    private static FeelValue append(ActualArguments arguments) {
        List<FeelValue> all = new ArrayList<>(arguments.list(0));
        all.addAll(arguments.values().subList(1, arguments.values().size()));
        return Values.of(all);
    }

    private static List<FeelValue> concatenated(ActualArguments arguments) {
        if (arguments.values().isEmpty()) {
            throw new NoAnswer();
        }
        List<FeelValue> all = new ArrayList<>();
        for (int at = 0; at < arguments.values().size(); at++) {
            all.addAll(arguments.list(at));
        }
        return all;
    }

    private static List<FeelValue> distinct(List<FeelValue> list, EvaluationContext run) {
        List<FeelValue> kept = new ArrayList<>();
        for (var item : list) {
            if (kept.stream().noneMatch(other -> Equality.isEqual(item, other, run))) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static FeelValue insert(ActualArguments arguments) {
        List<FeelValue> list = new ArrayList<>(arguments.list(0));
        list.add(place(arguments.whole(1), list.size()), arguments.value(2));
        return Values.of(list);
    }

    private static FeelValue remove(ActualArguments arguments) {
        List<FeelValue> list = new ArrayList<>(arguments.list(0));
        list.remove(place(arguments.whole(1), list.size()));
        return Values.of(list);
    }

    private static FeelValue replace(ActualArguments arguments) {
        List<FeelValue> list = new ArrayList<>(arguments.list(0));
        if (!(arguments.some(1) instanceof Function match)) {
            int position = arguments.truncated(1);
            if (Math.abs((long) position) > list.size()) {
                return Values.NULL;
            }
            list.set(place(position, list.size()), arguments.value(2));
            return Values.of(list);
        }
        if (!match.builtin() && match.parameters().size() != 2) {
            return Values.NULL;
        }
        for (int at = 0; at < list.size(); at++) {
            var call = new Arguments.Positional(List.of(list.get(at), arguments.value(2)));
            if (!(match.body().call(call, arguments.run()) instanceof Truth(var matches))) {
                return Values.NULL;
            }
            if (matches) {
                list.set(at, arguments.value(2));
            }
        }
        return Values.of(list);
    }

    private static FeelValue indexOf(ActualArguments arguments) {
        var list = arguments.list(0);
        List<FeelValue> places = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            if (Equality.isEqual(list.get(at), arguments.value(1), arguments.run())) {
                places.add(Values.of(at + 1L));
            }
        }
        return Values.of(places);
    }

    private static FeelValue flatten(ActualArguments arguments) {
        List<FeelValue> flat = new ArrayList<>();
        flatten(arguments.list(0), flat, arguments.run());
        return Values.of(flat);
    }

    private static void flatten(List<FeelValue> list, List<FeelValue> flat, EvaluationContext run) {
        run.enter();
        for (var item : list) {
            run.charge(1);
            if (item instanceof Items(var inner)) {
                flatten(inner, flat, run);
            } else {
                flat.add(item);
            }
        }
        run.leave();
    }

    private static FeelValue sort(ActualArguments arguments) {
        var precedes = arguments.of(1, Function.class);
        if (!precedes.builtin() && precedes.parameters().size() != 2) {
            return Values.NULL;
        }
        return Values.of(sorted(arguments.list(0), precedes, arguments.run()));
    }

    /** Uses merge sort, so that two items keep their order if neither precedes the other. */
    private static List<FeelValue> sorted(
            List<FeelValue> list, Function precedes, EvaluationContext run) {
        if (list.size() < 2) {
            return list;
        }
        int middle = list.size() / 2;
        var left = sorted(list.subList(0, middle), precedes, run);
        var right = sorted(list.subList(middle, list.size()), precedes, run);
        List<FeelValue> merged = new ArrayList<>(list.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            var call = new Arguments.Positional(List.of(right.get(r), left.get(l)));
            if (!(precedes.body().call(call, run) instanceof Truth(var rightFirst))) {
                throw new NoAnswer();
            }
            merged.add(rightFirst ? right.get(r++) : left.get(l++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        run.charge(merged.size());
        return merged;
    }
}
