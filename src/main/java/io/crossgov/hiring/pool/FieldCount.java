package io.crossgov.hiring.pool;

import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;

/**
 * How many candidates of one kind are in the field of a case: opted in, and willing to work at one of its locations.
 *
 * @param person null for people with one record in the pool; otherwise the one whose records are counted here, who is in the field once
 * @param rating quality category, or null
 * @param available how many of them are available
 * @param assigned how many there are, available or not
 */
public record FieldCount(String person, Rating rating, VeteransPreference preference, long available, long assigned) {}
