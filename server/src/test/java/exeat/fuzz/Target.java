package exeat.fuzz;

import java.util.List;

/** Something that parses, to be tried with any bytes. */
public interface Target {

    /**
     * Parses an input, and writes what was accepted and reads it again.
     *
     * @throws Exception what the parser does not declare: a fault
     */
    void run(byte[] input) throws Exception;

    /** Inputs that are accepted, for the mutator to begin with. */
    List<byte[]> seeds() throws Exception;

    /** What the language of the inputs is made of. */
    List<String> words();
}
