package io.crossgov.hiring.workflow.people;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords nobody knows, for users who do not sign in with one. */
final class UnguessablePassword {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UnguessablePassword() {}

    static String make() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        // Begins with what the password policy asks for.
        return "aA1-" + Base64.getUrlEncoder().encodeToString(bytes);
    }
}
