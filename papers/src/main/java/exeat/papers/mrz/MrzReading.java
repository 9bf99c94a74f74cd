package exeat.papers.mrz;

import java.util.List;

/** What a reader made of a text. */
public sealed interface MrzReading {

    /** A zone without a fault. */
    record Read(MachineReadableZone zone) implements MrzReading {}

    /** No zone, or one with faults: somebody types it again, or reads it with their eyes. */
    record Faulty(List<MrzFault> faults) implements MrzReading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
