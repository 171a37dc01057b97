package io.crossgov.hiring.common;

import org.springframework.http.HttpStatus;

/**
 * How a failure that is nobody's mistake is answered, wherever it is caught.
 *
 * @param status 507 where the disk is full, else 500
 */
public record OurFailure(HttpStatus status, String sentence) {

    /** What a failure is answered with. */
    public static OurFailure of(Throwable failure) {
        return NoRoom.in(failure)
                ? new OurFailure(
                        HttpStatus.INSUFFICIENT_STORAGE, NoRoom.forAnything().sentence())
                : new OurFailure(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong on our side. Nothing was half-saved; please try again in a moment.");
    }

    public boolean isFullDisk() {
        return status == HttpStatus.INSUFFICIENT_STORAGE;
    }
}
