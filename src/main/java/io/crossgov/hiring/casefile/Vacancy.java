package io.crossgov.hiring.casefile;

import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import java.time.LocalDate;
import java.util.List;

/**
 * What the agency wants to fill (step 2).
 *
 * @param fteNumber number of the funded FTE
 * @param vacancies how many people, at least 1
 * @param dutyLocations in the pool's own writing
 * @param service in which the appointment is (L4)
 * @param appointmentDays length of a temporary appointment with its extensions, null for others (L16)
 * @param needValidatedOn time to hire counts from here (L19)
 * @param subAgency the part of the agency that asks; null for the agency itself (L3)
 */
public record Vacancy(
        String positionTitle,
        String fteNumber,
        int vacancies,
        List<String> dutyLocations,
        AppointmentType appointmentType,
        Service service,
        Integer appointmentDays,
        LocalDate needValidatedOn,
        String subAgency) {}
