package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.CaseStep;
import io.crossgov.hiring.casefile.DuplicateRequests;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.Vacancy;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.pool.PoolMatch;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Step 2: the vacancy, which must fit the pool (L4) and not be asked for twice (L3). */
@FormOf(ExpressInterest.TASK)
class ExpressInterest implements TaskForm<ExpressInterest.Answers> {

    static final String TASK = "express-interest";

    /** One year and one extension of a year (5 CFR 316.401(c)). */
    private static final int LONGEST_TEMPORARY = 730;

    /** Years before its case: time to hire counts from the need (L19), and an older one was validated for another vacancy. */
    private static final int OLDEST_NEED = 2;

    private final CaseDesk desk;
    private final DuplicateRequests duplicates;
    private final Agencies agencies;

    ExpressInterest(CaseDesk desk, DuplicateRequests duplicates, Agencies agencies) {
        this.desk = desk;
        this.duplicates = duplicates;
        this.agencies = agencies;
    }

    /**
     * @param subAgency the part of the agency that asks, as the agency has it on record; left out for the agency itself (L3)
     * @param appointmentDays length of a temporary appointment with its extensions, in days; not asked for others
     * @param needValidatedOn the day on which the agency validated that it needs the position (L19)
     */
    record Answers(
            @NotBlank(message = "Enter the title of the position.")
                    @Size(max = 200, message = "The title of the position has at most 200 characters.")
                    String positionTitle,
            String subAgency,
            @NotNull(message = "Choose the type of appointment.") AppointmentType appointmentType,
            @NotNull(message = "Choose the service in which the appointment is.") Service service,
            Integer appointmentDays,
            @NotEmpty(message = "Choose at least one duty location.")
                    List<@NotBlank(message = "A duty location is empty.") String> dutyLocations,
            @AssertTrue(message = "A funded FTE is needed to hire from a talent pool. Check that the position has one.")
                    boolean fundedFte,
            @NotBlank(message = "Enter the number of the funded FTE.")
                    @Size(max = 40, message = "The number of the funded FTE has at most 40 characters.")
                    String fteNumber,
            @NotNull(message = "Enter how many people you want to hire.")
                    @Min(value = 1, message = "Enter how many people you want to hire: at least 1.")
                    @Max(value = 500, message = "One case has at most 500 vacancies.")
                    Integer vacancies,
            @NotNull(message = "Enter the date on which the need for the position was validated.")
                    LocalDate needValidatedOn) {}

    /**
     * @param hasSubAgencies whether it is asked for which part of the agency the position is
     * @param comment what the coordinator wrote when sending the vacancy back, or null
     */
    record View(
            @JsonUnwrapped CaseHead head,
            String pdNumber,
            String series,
            String grade,
            String fullPerformanceLevel,
            boolean fundedFte,
            String fteNumber,
            int vacancies,
            List<String> dutyLocations,
            AppointmentType appointmentType,
            Service service,
            Integer appointmentDays,
            LocalDate needValidatedOn,
            String subAgency,
            boolean hasSubAgencies,
            List<Option> subAgencyOptions,
            List<Option> locationOptions,
            List<Option> appointmentOptions,
            List<Option> serviceOptions,
            boolean sentBack,
            String comment) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        var description = hiring.positionDescription();
        var subAgencies = agencies.byCode(hiring.agency()).subAgencies();
        return new View(
                desk.headOf(hiring, pool),
                description.map(PositionDescription::numberInWords).orElse(null),
                description.map(PositionDescription::series).orElse(null),
                description.map(PositionDescription::grade).orElse(null),
                description.map(PositionDescription::fullPerformanceLevel).orElse(null),
                hiring.fteNumber().isPresent(),
                hiring.fteNumber().orElse(null),
                Math.max(1, hiring.vacancies()),
                hiring.dutyLocations().isEmpty() && pool.dutyLocations().size() == 1
                        ? pool.dutyLocations()
                        : hiring.dutyLocations(),
                hiring.appointmentType().orElse(pool.appointmentType()),
                hiring.service().orElse(pool.hiringAuthority().service()),
                hiring.appointmentDays().isPresent() ? hiring.appointmentDays().getAsInt() : null,
                hiring.needValidatedOn().orElse(null),
                hiring.subAgency().orElse(null),
                !subAgencies.isEmpty(),
                Option.of(subAgencies),
                Option.of(pool.dutyLocations()),
                Arrays.stream(AppointmentType.values())
                        .map(type -> new Option(type.name(), capital(type.word())))
                        .toList(),
                Arrays.stream(Service.values())
                        .map(service -> new Option(service.name(), service.title()))
                        .toList(),
                hiring.coordinatorComment().isPresent(),
                hiring.coordinatorComment().orElse(null));
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        if (hiring.step() == CaseStep.POSITION_DESCRIPTION) {
            throw Refusal.conflict("Name the position description first.");
        }
        var pool = desk.poolOf(hiring);
        var keys = CaseDesk.keys(hiring);
        faults.check(() -> CaseDesk.mustMatch(pool.mismatches(new PoolMatch.Keys(
                keys.series(),
                keys.grade(),
                keys.fullPerformanceLevel(),
                answers.appointmentType(),
                answers.service(),
                new LinkedHashSet<>(inPoolsWriting(answers.dutyLocations(), pool))))));
        faults.check(() -> appointmentDays(answers.appointmentType(), answers.appointmentDays(), pool));
        if (answers.appointmentType() != null && answers.appointmentType() != AppointmentType.TEMPORARY) {
            faults.addUnlessLeftOut(
                    "appointmentDays", answers.appointmentDays(), "Only a temporary appointment has a number of days.");
        }
        if (agencies.byCode(hiring.agency()).subAgencies().isEmpty()) {
            faults.addUnlessLeftOut("subAgency", answers.subAgency(), "Your agency has no sub-agencies on record.");
        } else {
            faults.check(() -> subAgency(hiring, answers));
        }
        faults.check(() -> desk.mustBeBetween(
                "needValidatedOn",
                "The date on which the need was validated",
                answers.needValidatedOn(),
                desk.dayOf(hiring.openedAt()).minusYears(OLDEST_NEED),
                "two years before this case was opened"));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var locations = inPoolsWriting(answers.dutyLocations(), desk.poolOf(hiring));
        var vacancy = new Vacancy(
                answers.positionTitle(),
                answers.fteNumber(),
                answers.vacancies(),
                locations,
                answers.appointmentType(),
                answers.service(),
                appointmentDays(answers.appointmentType(), answers.appointmentDays(), desk.poolOf(hiring)),
                answers.needValidatedOn(),
                subAgency(hiring, answers));
        hiring.expressInterest(vacancy);
        duplicates.claim(hiring);
        desk.record(
                context,
                TASK,
                "Told the coordinator of the interest in " + vacancy.vacancies()
                        + (vacancy.vacancies() == 1 ? " hire" : " hires") + " from pool " + hiring.announcement() + ".",
                null,
                vacancy);
        return Routing.onward();
    }

    /** As the agency has it on record; null for the agency itself. */
    private String subAgency(HiringCase hiring, Answers answers) {
        if (answers.subAgency() == null || answers.subAgency().isBlank()) {
            return null;
        }
        return agencies.byCode(hiring.agency()).subAgencies().stream()
                .filter(known -> PlainText.same(known, answers.subAgency()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "subAgency",
                        PlainText.of(answers.subAgency()) + " is not one of your agency's sub-agencies. OPM keeps their"
                                + " names: ask OPM to add it, or leave the answer out."));
    }

    /** Each location as the pool writes it; what the pool does not have stays as it is, to be refused by name (L4). */
    static List<String> inPoolsWriting(List<String> locations, TalentPool pool) {
        return Stream.ofNullable(locations)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(location -> pool.dutyLocation(location).orElse(location))
                .distinct()
                .toList();
    }

    /**
     * Only a temporary appointment can be too short for a priority (L16).
     *
     * @throws Refusal 400 for one that lasts longer than the pool's may
     */
    static Integer appointmentDays(AppointmentType type, Integer days, TalentPool pool) {
        if (type != AppointmentType.TEMPORARY) {
            return null;
        }
        var longest = pool.longestAppointment().orElse(LONGEST_TEMPORARY);
        if (days == null || days < 1 || days > longest) {
            throw Refusal.invalid(
                    "appointmentDays",
                    "Enter how many days the temporary appointment lasts, with its extensions: 1 to " + longest + ".");
        }
        return days;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
