package exeat.http;

import exeat.casework.value.TravellerNo;
import jakarta.ws.rs.NotFoundException;

/** Numbers from a path: one that nothing can have is not found, like one that nothing has. */
public final class PathNumbers {

    private PathNumbers() {}

    /**
     * A traveller's number.
     *
     * @throws NotFoundException for a negative one
     */
    public static TravellerNo traveller(int no) {
        if (no < 0) {
            throw new NotFoundException();
        }
        return new TravellerNo(no);
    }
}
