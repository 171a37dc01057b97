package io.crossgov.hiring.law;

import java.util.List;

/**
 * How a pool's candidates were assessed, as its announcement said.
 *
 * @param categories in which they are rated, the highest first: two or three in a pool ranked by category; of no meaning for others
 * @param wellQualified who is well-qualified for a priority (L16)
 */
public record Assessment(RankingMethod method, List<Rating> categories, WellQualified wellQualified) {

    public Assessment {
        categories = List.copyOf(categories);
    }
}
