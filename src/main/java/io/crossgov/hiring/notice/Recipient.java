package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.EmailAddress;

/**
 * Who gets a message.
 *
 * @param ref whose address it is, as {@link AddressBook} finds it again; null for an address that somebody typed
 */
record Recipient(String ref, String name, String email) {

    Recipient {
        email = spelled(email);
    }

    Recipient(String name, String email) {
        this(null, name, email);
    }

    /** Two spellings of one address are one recipient. */
    static String spelled(String email) {
        return EmailAddress.key(email);
    }
}
