package io.crossgov.hiring.document;

import io.crossgov.hiring.common.NoRoom;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** A request with files is taken apart before any controller is chosen, so this speaks for all of them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadAdvice {

    @ExceptionHandler
    ProblemDetail notTakenApart(MultipartException failure) {
        if (NoRoom.in(failure)) {
            return problem(HttpStatus.INSUFFICIENT_STORAGE, NoRoom.forFiles().sentence());
        }
        // The head of a part holds the file's name, and Tomcat counts it as a size, too.
        if (tellsOf(failure, "Header section")) {
            return problem(
                    HttpStatus.BAD_REQUEST, "The file's name is too long. Shorten it, then upload the file again.");
        }
        if (has(failure, SizeLimitExceededException.class) || has(failure, FileSizeLimitExceededException.class)) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, CheckedFile.TOO_LARGE);
        }
        if (has(failure, FileCountLimitExceededException.class)) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "These are too many parts for one request. Send one file.");
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                "The upload cannot be read. Give the file a short and simple name, then upload it again.");
    }

    private static boolean tellsOf(Throwable failure, String words) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(each -> String.valueOf(each.getMessage()).contains(words));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }

    private static ProblemDetail problem(HttpStatus status, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("field", "file");
        return problem;
    }
}
