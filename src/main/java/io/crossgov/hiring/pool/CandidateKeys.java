package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.PhoneNumber;
import io.crossgov.hiring.common.PlainText;

/** What is left of a candidate's details when the way of writing them does not count: for finding who is likely the same person. */
public record CandidateKeys(String number, String email, String name, String phone) {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 400;

    /** @param phone may be null */
    public static CandidateKeys of(String applicantNumber, String email, String name, String phone) {
        return new CandidateKeys(
                number(applicantNumber),
                limited(EmailAddress.key(email), LONGEST_EMAIL),
                limited(PlainText.key(name), LONGEST_NAME),
                PhoneNumber.key(phone));
    }

    /** Some single characters become many in a key; nobody's name does. */
    private static String limited(String key, int longest) {
        return key.length() <= longest ? key : key.substring(0, longest);
    }

    /** Capitals do not count, nor zeros in front, which spreadsheets drop: {@code CX-001} and {@code cx-1} are the same. */
    public static String number(String applicantNumber) {
        return limited(PlainText.key(applicantNumber).replaceAll("(?<![0-9])0+(?=[0-9])", ""), LONGEST_NUMBER);
    }
}
