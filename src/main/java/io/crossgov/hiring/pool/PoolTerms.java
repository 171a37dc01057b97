package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.LawFile;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.Required;
import io.crossgov.hiring.law.PoolTerm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The terms that OPM runs pools for besides the year of their type (D1). Another file can be named with {@code crossgov.law.pool-terms}. */
@Component
class PoolTerms {

    private record File(List<PoolTerm> terms) {

        File {
            terms = Required.distinct("terms", terms, PoolTerm::id);
        }
    }

    private final List<PoolTerm> terms;

    /** @throws io.crossgov.hiring.common.StartRefused when the file is not there or not as it must be */
    PoolTerms(@Value("${crossgov.law.pool-terms:classpath:law/pool-terms.yaml}") Resource file) {
        terms = LawFile.read("crossgov.law.pool-terms", file, File.class).terms();
    }

    /** @throws Refusal 400 by D1 for a term that OPM does not run */
    Optional<PoolTerm> named(String id) {
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(terms.stream()
                .filter(term -> term.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule(
                        "D1",
                        "term",
                        terms.isEmpty()
                                ? "OPM runs pools for the year of their type only: leave term out."
                                : "OPM runs pools for these terms besides the year of their type: "
                                        + terms.stream().map(PoolTerm::id).collect(Collectors.joining(", ")) + ".")));
    }
}
