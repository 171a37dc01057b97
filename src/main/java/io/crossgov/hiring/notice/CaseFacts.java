package io.crossgov.hiring.notice;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Addresses;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.selection.Selection;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What messages tell of a case, in words. */
@Component
class CaseFacts {

    private final Agencies agencies;
    private final Pools pools;
    private final Addresses addresses;
    private final Links links;

    CaseFacts(Agencies agencies, Pools pools, Addresses addresses, Links links) {
        this.agencies = agencies;
        this.pools = pools;
        this.addresses = addresses;
        this.links = links;
    }

    TalentPool poolOf(HiringCase hiring) {
        return pools.byAnnouncement(hiring.announcement());
    }

    /** What every message about the case may name. */
    Facts of(HiringCase hiring, TalentPool pool) {
        var description = hiring.positionDescription();
        return Facts.NONE
                .with(Placeholder.CASE_NUMBER, hiring.number())
                .with(Placeholder.CASE_LINK, links.toCase(hiring.number()))
                .with(Placeholder.OPM_MAILBOX, addresses.crossGovHiring())
                .with(
                        Placeholder.AGENCY,
                        agencies.find(hiring.agency()).map(Agency::name).orElse(hiring.agency()))
                .with(Placeholder.ANNOUNCEMENT, hiring.announcement())
                .with(Placeholder.POOL_TITLE, pool.title())
                .with(Placeholder.POSITION_TITLE, hiring.positionTitle())
                .with(Placeholder.POOL_GRADE, grade(pool.series(), pool.grade()))
                .with(
                        Placeholder.POSITION_GRADE,
                        grade(
                                description.map(PositionDescription::series).orElse(pool.series()),
                                description.map(PositionDescription::grade).orElse(pool.grade())))
                .with(Placeholder.VACANCIES, hiring.vacancies())
                .with(Placeholder.DUTY_LOCATIONS, String.join("; ", hiring.dutyLocations()))
                .with(
                        Placeholder.APPOINTMENT_TYPE,
                        hiring.appointmentType()
                                .map(AppointmentType::word)
                                .orElse(pool.appointmentType().word()));
    }

    /** What a message may name about no case but its pool. */
    Facts ofPool(AnnouncementNumber announcement) {
        var pool = pools.byAnnouncement(announcement);
        return Facts.NONE
                .with(Placeholder.OPM_MAILBOX, addresses.crossGovHiring())
                .with(Placeholder.ANNOUNCEMENT, pool.announcement())
                .with(Placeholder.POOL_TITLE, pool.title());
    }

    /** The person at the agency to turn to. */
    static Facts contact(String name, String email, String phone) {
        return Facts.NONE
                .with(Placeholder.CONTACT_NAME, name)
                .with(Placeholder.CONTACT_EMAIL, email)
                .with(Placeholder.CONTACT_PHONE, phone);
    }

    static Facts contact(Person person) {
        return contact(person.name(), person.email(), person.phone());
    }

    /** The candidate of steps 5 to 8, by number. */
    static Facts selectee(Selection selection, Candidate candidate) {
        return Facts.NONE
                .with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber())
                .with(Placeholder.DUTY_LOCATION, selection.dutyLocation());
    }

    /** For example "Mar 5, 2026". */
    static String words(LocalDate date) {
        return Dates.inWords(date);
    }

    /** "GS-13" in series "0301" is written GS-0301-13. */
    private static String grade(String series, String grade) {
        var parts = grade.split("-", 2);
        return parts.length == 2 ? parts[0] + "-" + series + "-" + parts[1] : series + " " + grade;
    }
}
