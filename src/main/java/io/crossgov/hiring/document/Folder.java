package io.crossgov.hiring.document;

import io.crossgov.hiring.common.Refusal;

/**
 * How much a case holds. A whole hire with all its detours needs some dozens of papers; more than this is a mistake or mischief.
 *
 * @param bytes sum of all sizes
 */
record Folder(long files, long bytes) {

    static final int MOST_FILES = 200;

    /** 500 MB. */
    static final long MOST_BYTES = 500L * 1024 * 1024;

    /** @throws Refusal 409 when one more file of this size is too much */
    void mustTake(long size) {
        if (files >= MOST_FILES) {
            throw Refusal.conflict("This case holds " + MOST_FILES + " files, and that is the most it can hold.");
        }
        if (bytes + size > MOST_BYTES) {
            throw Refusal.conflict(
                    "With this file, the case would hold more than the 500 MB it can hold. Make the file smaller.");
        }
    }
}
