package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.CaseStanding.PassOver.DENIED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.NONE;
import static io.crossgov.hiring.law.CaseStanding.PassOver.OVERTAKEN;
import static io.crossgov.hiring.law.CaseStanding.PassOver.REMOVED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * L15: what all requests of an agency about one person come to for the position of one case (5 U.S.C. 3318(c)(1): the agency complies with
 * what was found). A denial binds until a request with facts that were not known then, made after it, is sustained; requests in two cases
 * at once are no way round it. What was sustained before stands for the position, as no further consideration is owed for it; a sustained
 * objection for the certificate of its case (L22).
 */
public final class RequestsAboutOne {

    /**
     * One request to pass over, or one objection.
     *
     * @param own whether it is the case's that is looked at
     * @param position whether it is about the position of that case
     * @param stands where it stands by itself
     * @param newFacts whether it says what was not known before
     * @param decidedAt null while it is not decided
     */
    public record Request(
            UUID id,
            boolean own,
            SamePosition position,
            CaseStanding.PassOver stands,
            boolean newFacts,
            Instant askedAt,
            Instant decidedAt) {

        private boolean isForPosition() {
            return own || position == SamePosition.SAME;
        }

        private boolean isDenial() {
            return stands == DENIED && (own || position != SamePosition.OTHER);
        }

        private boolean answers(Request denial) {
            return newFacts && !askedAt.isBefore(denial.decidedAt);
        }
    }

    /** The request that counts, and what the law sees of it. */
    public record Counting(Request request, CaseStanding.PassOver standing) {}

    private RequestsAboutOne() {}

    /** What counts for the case; empty when nothing was ever asked for its position. */
    public static Optional<Counting> thatCounts(List<Request> oldestFirst) {
        return last(oldestFirst, request -> isSustained(request) && standsAgainst(request, oldestFirst))
                .map(sustained -> new Counting(sustained, sustained.stands()))
                .or(() -> last(
                                oldestFirst,
                                request -> request.own() && request.stands().isUnderWay())
                        .map(pending -> new Counting(
                                pending, denialAgainst(pending, oldestFirst).isEmpty() ? pending.stands() : OVERTAKEN)))
                .or(() -> last(oldestFirst, Request::isDenial).map(denial -> new Counting(denial, DENIED)))
                .or(() -> last(oldestFirst, Request::own).map(ended -> new Counting(ended, NONE)));
    }

    private static boolean isSustained(Request request) {
        return request.stands() == SUSTAINED && request.isForPosition() || request.stands() == REMOVED && request.own();
    }

    private static boolean standsAgainst(Request sustained, Collection<Request> all) {
        return all.stream()
                .filter(Request::isDenial)
                .filter(denial -> denial.decidedAt().isBefore(sustained.decidedAt()))
                .allMatch(sustained::answers);
    }

    /** The last denial to which the request says nothing new, so that it cannot be sustained. */
    public static Optional<Request> denialAgainst(Request request, List<Request> oldestFirst) {
        return last(oldestFirst, denial -> denial.isDenial() && !request.answers(denial));
    }

    /**
     * What was sustained for the same position in another case, and stands, so that a request to pass over is no longer denied: one position
     * has one answer.
     */
    public static Optional<Request> sustainedBefore(List<Request> oldestFirst) {
        return last(
                oldestFirst,
                request -> !request.own()
                        && request.stands() == SUSTAINED
                        && request.isForPosition()
                        && standsAgainst(request, oldestFirst));
    }

    private static Optional<Request> last(List<Request> oldestFirst, Predicate<Request> which) {
        return oldestFirst.stream().filter(which).reduce((earlier, later) -> later);
    }
}
