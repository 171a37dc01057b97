package io.crossgov.hiring.pool;

/**
 * How many candidates of one kind are in the field of a case: opted in, and willing to work at one of its locations.
 *
 * @param rating quality category, or null
 * @param available how many of them are available
 */
public record FieldCount(Rating rating, VeteransPreference preference, long available) {}
