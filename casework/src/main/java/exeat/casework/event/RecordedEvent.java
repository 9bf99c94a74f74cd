package exeat.casework.event;

import exeat.casework.value.StreamId;
import java.time.Instant;

/**
 * An event with its place and time.
 *
 * @param sequence from 1 in its stream, without gaps
 */
public record RecordedEvent(StreamId stream, long sequence, Instant at, Event event) {}
