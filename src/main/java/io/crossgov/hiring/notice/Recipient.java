package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.EmailAddress;

/** Who gets a message. */
record Recipient(String name, String email) {

    Recipient {
        // Two spellings of one address are one recipient.
        email = EmailAddress.key(email);
    }
}
