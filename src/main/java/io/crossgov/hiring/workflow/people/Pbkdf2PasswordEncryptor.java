package io.crossgov.hiring.workflow.people;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/** Keeps passwords as PBKDF2 with HMAC-SHA-256 and many rounds: the engine's own is one round of SHA-512. */
@Component
public final class Pbkdf2PasswordEncryptor implements PasswordEncryptor {

    /** OWASP's advice, and what stands in a database when nothing else has been configured. */
    static final int ROUNDS = 600_000;

    /** Stands before each stored password, with the number of rounds after it. */
    static final String NAME = "PBKDF2-SHA256-";

    /** And after that for a password that is good only for choosing another. */
    static final String ONE_TIME = "-ONE-TIME";

    private static final int SALT_BYTES = 16;

    private final int rounds;
    private final Pbkdf2PasswordEncoder encoder;

    /** @param rounds the demonstration takes fewer: its password is known to everybody, and its first start sets up everybody */
    Pbkdf2PasswordEncryptor(@Value("${crossgov.password-rounds:" + ROUNDS + "}") int rounds) {
        this.rounds = rounds;
        this.encoder =
                new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    /** The one that opens what was kept with another number of rounds. */
    Pbkdf2PasswordEncryptor with(int otherRounds) {
        return otherRounds == rounds ? this : new Pbkdf2PasswordEncryptor(otherRounds);
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    /** Stands before each stored password, so that one made with other rounds is told apart. */
    @Override
    public String hashAlgorithmName() {
        return NAME + rounds;
    }
}
