package io.crossgov.hiring.notice;

import java.util.Locale;

/** Who gets a message. */
record Recipient(String name, String email) {

    Recipient {
        // Two spellings of one address are one recipient.
        email = email.strip().toLowerCase(Locale.ROOT);
    }
}
