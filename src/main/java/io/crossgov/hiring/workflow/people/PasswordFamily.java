package io.crossgov.hiring.workflow.people;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.digest.PasswordManager;

/**
 * Opens passwords whatever number of rounds they were kept with: it stands before each of them. Passwords for one time are kept under a
 * name of their own.
 */
public final class PasswordFamily extends PasswordManager {

    private static final Pattern STORED = Pattern.compile(
            "\\{" + Pbkdf2PasswordEncryptor.NAME + "(\\d{1,7})(" + Pbkdf2PasswordEncryptor.ONE_TIME + ")?}(.+)");

    private final Pbkdf2PasswordEncryptor current;

    public PasswordFamily(Pbkdf2PasswordEncryptor current) {
        super(current, List.of());
        this.current = current;
    }

    @Override
    public boolean check(String password, String stored) {
        var known = STORED.matcher(stored);
        return known.matches()
                ? current.with(Integer.parseInt(known.group(1))).check(password, known.group(3))
                : super.check(password, stored);
    }

    /** As {@link #encrypt}, for a password that is good only for choosing another. */
    String encryptForOneTime(String password) {
        return "{" + current.hashAlgorithmName() + Pbkdf2PasswordEncryptor.ONE_TIME + "}" + current.encrypt(password);
    }

    static boolean isForOneTime(String stored) {
        var known = STORED.matcher(String.valueOf(stored));
        return known.matches() && known.group(2) != null;
    }

    /** Whether it is kept as a new one would be. */
    boolean isUpToDate(String stored) {
        return isForOneTime(stored) || stored.startsWith("{" + current.hashAlgorithmName() + "}");
    }
}
