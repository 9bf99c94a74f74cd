package exeat.rules.box;

import exeat.rules.box.DecisionList.Layer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random grids, boxes and functions; the same for the same seed. */
final class RandomBoxes {

    private final Random random;
    final List<Integer> counts;

    RandomBoxes(long seed, int dimensions, int mostClasses) {
        this.random = new Random(seed);
        this.counts =
                IntStream.range(0, dimensions)
                        .mapToObj(at -> 1 + random.nextInt(mostClasses))
                        .toList();
    }

    /** Half of its sets are runs, some are everything, the others any. */
    Box box() {
        var sets = new ArrayList<ClassSet>();
        for (int count : counts) {
            switch (random.nextInt(6)) {
                case 0, 1 -> sets.add(ClassSet.run(0, count - 1));
                case 2, 3, 4 -> {
                    int one = random.nextInt(count);
                    int other = random.nextInt(count);
                    sets.add(ClassSet.run(Math.min(one, other), Math.max(one, other)));
                }
                default -> {
                    var any = new BitSet();
                    any.set(random.nextInt(count));
                    IntStream.range(0, count).filter(at -> random.nextBoolean()).forEach(any::set);
                    sets.add(ClassSet.of(any));
                }
            }
        }
        return new Box(sets);
    }

    List<Box> boxes(int most) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(at -> box()).toList();
    }

    DecisionList layers(int most, int labels) {
        var layers = new ArrayList<Layer>();
        boxes(most).forEach(box -> layers.add(new Layer(box, random.nextInt(labels))));
        return new DecisionList(layers, random.nextInt(labels));
    }

    /** Every point of the grid. */
    List<int[]> points() {
        var points = new ArrayList<int[]>();
        points(new int[counts.size()], 0, points);
        return points;
    }

    private void points(int[] point, int at, List<int[]> points) {
        if (at == counts.size()) {
            points.add(point.clone());
            return;
        }
        for (point[at] = 0; point[at] < counts.get(at); point[at]++) {
            points(point, at + 1, points);
        }
    }
}
