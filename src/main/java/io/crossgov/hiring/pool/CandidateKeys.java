package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.PlainText;
import java.util.regex.Pattern;

/** What is left of a candidate's details when the way of writing them does not count: for finding who is likely the same person. */
record CandidateKeys(String number, String email, String name, String phone) {

    /** What a pattern of phone numbers has at its end: "ext. 12", "x12", "#12", or nothing. */
    static final String EXTENSION = "(?:[ ,;]*(?:ext(?:ension|n)?|x|#)[ .:]*[0-9]{1,6})?";

    private static final Pattern EXTENSION_AT_END = Pattern.compile("(?i)" + EXTENSION + "$");
    private static final int SHORTEST_PHONE = 7;
    private static final int WITH_COUNTRY = 11;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 400;

    /** @param phone may be null */
    static CandidateKeys of(String applicantNumber, String email, String name, String phone) {
        return new CandidateKeys(
                number(applicantNumber),
                limited(EmailAddress.key(email), LONGEST_EMAIL),
                limited(PlainText.key(name), LONGEST_NAME),
                phone(phone));
    }

    /** Some single characters become many in a key; nobody's name does. */
    private static String limited(String key, int longest) {
        return key.length() <= longest ? key : key.substring(0, longest);
    }

    /** Capitals do not count, nor zeros in front, which spreadsheets drop: {@code CX-001} and {@code cx-1} are the same. */
    static String number(String applicantNumber) {
        return limited(PlainText.key(applicantNumber).replaceAll("(?<![0-9])0+(?=[0-9])", ""), LONGEST_NUMBER);
    }

    /** The digits, without extension and the country code of the United States; null when there are too few to tell people apart. */
    static String phone(String phone) {
        var digits = phone == null
                ? ""
                : EXTENSION_AT_END.matcher(phone).replaceFirst("").replaceAll("[^0-9]", "");
        if (digits.length() < SHORTEST_PHONE) {
            return null;
        }
        return digits.length() == WITH_COUNTRY && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
