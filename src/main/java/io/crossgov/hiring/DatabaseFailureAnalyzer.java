package io.crossgov.hiring;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Has a start that the database ends later on, with a full disk for example, end with a sentence; {@code META-INF/spring.factories} names it. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return DatabaseFailure.of(cause)
                .map(sentence -> new FailureAnalysis(sentence, null, cause))
                .orElse(null);
    }
}
