package io.crossgov.hiring.access;

import java.util.Set;

/**
 * A person as far as signing in is concerned.
 *
 * @param agencies codes of the agencies whose cases the person works in: the own one, or for OPM's people all
 * @param passwordMark changes with the password and tells nothing of it: a session that began with another is over
 * @param oneTimePassword whether the password is somebody else's gift, good only for choosing one's own
 */
public record Account(Actor actor, Set<String> agencies, String passwordMark, boolean oneTimePassword) {

    public Account {
        agencies = Set.copyOf(agencies);
    }
}
