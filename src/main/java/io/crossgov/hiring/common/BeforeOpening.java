package io.crossgov.hiring.common;

/**
 * Work that has to be done before anybody comes in, in the order of {@code @Order}: while it lasts the port is closed, so that nobody reads
 * an empty page or is told that a right password is wrong. What it throws ends the start.
 */
public interface BeforeOpening {

    /** Does it; at later starts it finds most of it done. */
    void prepare();
}
