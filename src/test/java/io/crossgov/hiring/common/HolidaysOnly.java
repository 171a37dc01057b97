package io.crossgov.hiring.common;

import java.util.List;

/** Business days where no executive order has closed anything. */
public final class HolidaysOnly {

    public static final BusinessDay BUSINESS_DAY = new BusinessDay(new ClosedDays(List.of()));

    private HolidaysOnly() {}
}
