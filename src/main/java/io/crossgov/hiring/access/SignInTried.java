package io.crossgov.hiring.access;

import java.util.Optional;

/**
 * Somebody gave a password that did not match.
 *
 * @param person whose user name was given; empty when nobody has that name, which is not kept: it may be a mistyped password
 * @param address where it came from
 * @param closed whether it was the last that is looked at for a while
 */
public record SignInTried(Optional<Actor> person, String address, boolean closed) {}
