package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.EXPERT;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.request.PoolAccessDecided;
import io.crossgov.hiring.selection.SelectionModel.Hiring;
import io.crossgov.hiring.selection.SelectionModel.Person;
import io.crossgov.hiring.selection.SelectionModel.Request;
import io.crossgov.hiring.selection.SelectionModel.Selected;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import io.crossgov.hiring.task.TaskForm;
import io.crossgov.hiring.workflow.FormOnScreen;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two agencies, OPM and the candidates of one certificate do at random whatever they can do, on PostgreSQL and through the same addresses as
 * people. {@link SelectionModel} says of everything beforehand whether it may be done; after each step the database and the processes hold
 * exactly what the model says. What is refused changes nothing.
 *
 * <p>Another course of events: {@code -Dhiring.model.seed=7}, and a longer one: {@code -Dhiring.model.steps=20000}.
 */
@PostgresTest
@Import(SelectionScene.class)
class SelectionModelTest {

    private static final long SEED = Long.getLong("hiring.model.seed", 5 * 337);
    private static final int STEPS = Integer.getInteger("hiring.model.steps", 2_000);
    private static final int STEPS_A_CERTIFICATE = 150;
    private static final int REMEMBERED = 30;

    private static final String TASK = "/api/tasks/{id}";
    private static final String CANDIDATE = "/api/cases/{number}/candidates/{id}/";

    private static final String WASHINGTON = "Washington, DC";
    private static final String DENVER = "Denver, CO";

    /** Everything that is so, a line a fact, in the words of {@link SelectionModel#facts}. */
    private static final String FACTS =
            """
            select concat_ws(' ', 'candidate', c.name, c.availability, coalesce(cast(m.selection_id as varchar), '-'))
            from candidate c left join candidate_commitment m on m.candidate_id = c.id where c.announcement = ?
            union all
            select concat_ws(' ', 'case', number, status) from hiring_case where announcement = ?
            union all
            select concat_ws(' ', 'task', h.number, t.task_def_key_)
            from hiring_case h join act_ru_execution e on e.business_key_ = h.number
            join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_ where h.announcement = ?
            union all
            select concat_ws(' ', 'held', v.case_number, c.name)
            from held_vacancy v join candidate c on c.id = v.candidate_id where c.announcement = ?
            union all
            select concat_ws(' ', 'review', r.case_number, c.name, case when r.contacted_on is null then '-' else 'contacted' end,
              coalesce(r.answer, '-'), case when r.answer_note is null then '-' else 'noted' end,
              case when r.declined_on is null then '-' else 'declined' end,
              case when r.not_selected_on is null then '-' else 'not-selected' end)
            from candidate_review r join candidate c on c.id = r.candidate_id where c.announcement = ?
            union all
            select concat_ws(' ', 'selection', s.case_number, c.name, s.id, s.state, coalesce(cast(s.held_vacancy as varchar), '-'),
              s.duty_location)
            from selection s join candidate c on c.id = s.candidate_id where c.announcement = ?
            union all
            select concat_ws(' ', 'pass-over', p.case_number, c.name, p.id, p.state)
            from pass_over p join candidate c on c.id = p.candidate_id where c.announcement = ?""";

    private static final int TABLES = 7;

    /** L8, whatever the model thinks. */
    private static final String HELD_TWICE =
            """
            select candidate_id from selection where announcement = ? and state in
              ('VERIFIED', 'TENTATIVE_OFFERED', 'TENTATIVE_ACCEPTED', 'FINAL_OFFERED', 'FINAL_ACCEPTED', 'ONBOARDED')
            group by candidate_id having count(*) > 1""";

    /** L9, whatever the model thinks. */
    private static final String HELD_ALTHOUGH_WITHDRAWN =
            """
            select s.id from selection s join candidate c on c.id = s.candidate_id
            where s.announcement = ? and c.availability = 'WITHDRAWN' and s.state not in ('LOST', 'DECLINED')""";

    /** L15, whatever the model thinks: no 15 days run for a notice that was not sent. */
    private static final String NOTIFIED_BY_NOTHING =
            """
            select p.id from pass_over p where p.announcement = ? and p.notified_on is not null and not exists
              (select 1 from notice n where n.about_id = p.id and n.type = 'M18' and n.state in ('SENT', 'HANDED_OVER', 'REACHED'))""";

    @Autowired
    private ObjectMapper json;

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private SelectionScene scene;

    @Autowired
    private Documents documents;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    /** Who works for one of the agencies. */
    private record Staff(String agency, String manager, String hr, String coordinator) {}

    private static final Staff OURS = new Staff("SELA", MANAGER, HR, COORDINATOR);
    private static final Staff THEIRS = new Staff("SELB", OTHER_MANAGER, OTHER_HR, OTHER_COORDINATOR);

    /**
     * One thing somebody does.
     *
     * @param kind what is counted
     * @param about whom or what it is about, for the reader of a failure
     * @param allowed what the model says beforehand
     * @param effect on the model, when it is done
     */
    private record Action(
            String kind, Object about, boolean allowed, Supplier<Answer> really, Consumer<Answer> effect) {}

    private final Random random = new Random(SEED);
    private final Deque<String> lately = new ArrayDeque<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<UUID, String> lastTasks = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();

    private AnnouncementNumber pool;
    private SelectionModel model;
    private List<Hiring> cases;
    private int step;

    @Test
    void L8_L9_L14_whatever_people_do_the_law_holds_and_every_case_can_still_be_brought_to_an_end() {
        try {
            while (step < STEPS) {
                aNewCertificate();
                for (int of = 0; of < STEPS_A_CERTIFICATE && step < STEPS; of++) {
                    perform(something());
                    step++;
                }
                endEveryCase();
            }
            if (STEPS >= 2_000) {
                everythingWasTried();
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "Seed " + SEED + ", step " + step + ": " + failure.getMessage() + "\nWhat was done last:\n"
                            + String.join("\n", lately),
                    failure);
        }
    }

    /** A test in which something never happens shows nothing about it. What is rare in a random course has process tests of its own. */
    private void everythingWasTried() {
        assertThat(done.keySet())
                .as("done %s, refused %s", done, refused)
                .contains(
                        "elect",
                        "verify-selection",
                        "confirm-entry-on-duty",
                        "withdraw THIS_AGENCY",
                        "withdraw ALL_AGENCIES",
                        "confirm a withdrawal",
                        "refuse a withdrawal",
                        "undo a withdrawal",
                        "let a withdrawal stand",
                        "consider again",
                        "contact",
                        "answer",
                        "mark as not selected",
                        "ask to pass over",
                        "ask to pass over again",
                        "object",
                        "file-pass-over",
                        "sustain",
                        "deny",
                        "hold a vacancy",
                        "release a vacancy",
                        "close the case",
                        "end reviewing",
                        "merge");
        assertThat(refused.keySet())
                .as("done %s, refused %s", done, refused)
                .contains(
                        "elect",
                        "withdraw ALL_AGENCIES",
                        "undo a withdrawal",
                        "contact",
                        "answer",
                        "ask to pass over",
                        "hold a vacancy",
                        "merge",
                        "refer the next category",
                        "submit a task that is gone",
                        "meddle");
    }

    // ---- the certificate and its cases

    private void aNewCertificate() {
        pool = scene.pool();
        model = new SelectionModel();
        lastTasks.clear();
        lists.clear();
        // Of a small highest category fewer than three are left soon, and it can be merged.
        var others = random.nextBoolean() ? Rating.BEST_QUALIFIED : Rating.WELL_QUALIFIED;
        candidate("Avery", "NONE", others, WASHINGTON, DENVER);
        candidate("Blake", "NONE", others, WASHINGTON);
        candidate("Casey", "NONE", others, WASHINGTON, DENVER);
        candidate("Devon", "NONE", others, DENVER);
        candidate("Terry", "TP", Rating.BEST_QUALIFIED, WASHINGTON, DENVER);
        candidate("Taylor", "TP", Rating.BEST_QUALIFIED, WASHINGTON);
        candidate("Xen", "XP", Rating.BEST_QUALIFIED, DENVER);
        candidate("Cameron", random.nextBoolean() ? "CP" : "CPS", Rating.WELL_QUALIFIED, WASHINGTON);
        candidate("Wren", "NONE", Rating.WELL_QUALIFIED, WASHINGTON, DENVER);
        candidate("Tracy", "TP", Rating.WELL_QUALIFIED, WASHINGTON, DENVER);
        if (others == Rating.BEST_QUALIFIED) {
            displaced("Ines", WASHINGTON);
        }
        cases = new ArrayList<>();
        cases.add(opened(OURS, "Strategist"));
        cases.add(opened(OURS, "Analyst"));
        cases.add(opened(THEIRS, "Strategist"));
        lately.clear();
    }

    private void candidate(String name, String preference, Rating rating, String... places) {
        var id = scene.candidate(pool, name, rating.name(), true, places);
        jdbc.update("update candidate set preference = ? where id = ?", preference, id);
        model.person(new Person(id, name, VeteransPreference.valueOf(preference), rating, Set.of(places), false));
    }

    /** Best qualified, and displaced from a position there, of another agency than the two. */
    private void displaced(String name, String place) {
        var id = scene.candidate(pool, name, Rating.BEST_QUALIFIED.name(), true, place);
        jdbc.update("update candidate set priority_status = 'ICTAP', commuting_area = ? where id = ?", place, id);
        model.person(new Person(id, name, VeteransPreference.NONE, Rating.BEST_QUALIFIED, Set.of(place), true));
    }

    private Hiring opened(Staff staff, String position) {
        var vacancies = 1 + random.nextInt(3);
        var number = scene.caseInReview(pool, staff.manager(), vacancies, position);
        scene.classifyPd(number);
        transaction.executeWithoutResult(
                approved -> events.publishEvent(new PoolAccessDecided(number, AccessDecision.APPROVED)));
        return model.opened(number.value(), staff.agency(), position, vacancies);
    }

    private static Staff staff(Hiring hiring) {
        return hiring.agency.equals(OURS.agency()) ? OURS : THEIRS;
    }

    // ---- what people do

    private Action something() {
        return whatIsRare().orElseGet(this::anything);
    }

    /** What is seldom possible is done once as soon as it is. */
    private Optional<Action> whatIsRare() {
        if (!done.containsKey("merge")) {
            var merging = aCaseToMergeIn();
            if (merging.isPresent()) {
                return merging.map(this::merge);
            }
        }
        var left = anyOf(model.people().stream().filter(model::mayUndoLeaving).toList());
        return !done.containsKey("undo a withdrawal")
                ? left.map(this::undoLeaving)
                : !done.containsKey("let a withdrawal stand") ? left.map(this::leavesForGood) : Optional.empty();
    }

    private Action anything() {
        var hiring = aCase();
        var person = oneOf(model.people());
        var dice = random.nextInt(100);
        if (dice < 17) {
            return elect(hiring, person);
        } else if (dice < 51) {
            return aSelection().map(this::goOn).orElseGet(() -> elect(hiring, person));
        } else if (dice < 56) {
            return withdraw(hiring, person);
        } else if (dice < 58) {
            return considerAgain(hiring, person);
        } else if (dice < 60) {
            return decideLeaving();
        } else if (dice < 65) {
            return contact(hiring, person, random.nextInt(3) > 0);
        } else if (dice < 72) {
            return answer(hiring, person, oneOf(List.of(InterestAnswer.values())), random.nextInt(3) > 0);
        } else if (dice < 74) {
            return markNotSelected(hiring, person);
        } else if (dice < 80) {
            return random.nextInt(4) > 0 ? askToPassOver(hiring, person) : objectTo(hiring, person);
        } else if (dice < 86) {
            return aRequest().map(this::goOn).orElseGet(() -> askToPassOver(hiring, person));
        } else if (dice < 87) {
            return withdrawRequest(hiring, askedAbout(hiring).orElse(person));
        } else if (dice < 90) {
            return aRequestToHoldFor()
                    .map(request -> hold(request.hiring, request.person))
                    .orElseGet(() -> hold(hiring, askedAbout(hiring).orElse(person)));
        } else if (dice < 92) {
            return release(hiring, askedAbout(hiring).orElse(person));
        } else if (dice < 95) {
            return nextAlternate(hiring).orElseGet(() -> elect(hiring, person));
        } else if (dice < 96) {
            return random.nextBoolean() ? close(hiring) : endReviewing(hiring);
        } else if (dice < 97) {
            return random.nextInt(3) > 0 ? merge(aCaseToMergeIn().orElse(hiring)) : referNextCategory();
        } else if (dice < 98) {
            return aTaskThatIsGone().orElseGet(() -> meddle(hiring, person));
        }
        return meddle(hiring, person);
    }

    /** One of the three; the next one for the position, mostly, when it is closed. */
    private Hiring aCase() {
        var place = random.nextInt(cases.size());
        var hiring = cases.get(place);
        if (!hiring.isOpen() && random.nextInt(4) > 0) {
            cases.set(place, opened(staff(hiring), hiring.position));
        }
        return cases.get(place);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> anyOf(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(oneOf(all));
    }

    private Optional<Selected> aSelection() {
        return anyOf(model.selections().stream().filter(Selected::isRunning).toList());
    }

    private Optional<Request> aRequest() {
        return anyOf(model.requests().stream()
                .filter(request -> request.task().isPresent())
                .toList());
    }

    /** Few cases have fewer than three left in the highest category, and have not merged it. */
    private Optional<Hiring> aCaseToMergeIn() {
        return anyOf(model.cases().stream().filter(model::isToMerge).toList());
    }

    /** Few requests are filed and not decided in a case that has a vacancy to spare. */
    private Optional<Request> aRequestToHoldFor() {
        return anyOf(model.requests().stream()
                .filter(request -> model.mayHold(request.hiring, request.person))
                .toList());
    }

    private Optional<Person> askedAbout(Hiring hiring) {
        return anyOf(model.requests().stream()
                .filter(request -> request.hiring == hiring)
                .map(request -> request.person)
                .toList());
    }

    private Action elect(Hiring hiring, Person person) {
        var place = oneOf(List.of(WASHINGTON, DENVER));
        var alternates = new ArrayList<Person>();
        while (random.nextInt(3) > 0) {
            alternates.add(oneOf(model.people()));
        }
        var ids = alternates.stream().map(alternate -> alternate.id).toList();
        return new Action(
                "elect",
                person + " in " + hiring + " for " + place + ", alternates " + alternates,
                model.mayElect(hiring, person, place, alternates),
                () -> {
                    var shown = scene.details(staff(hiring).manager(), new CaseNumber(hiring.number), person.id);
                    var answer = scene.write(
                            staff(hiring).manager(),
                            Map.of("candidateId", person.id, "dutyLocation", place, "alternates", ids),
                            "/api/cases/{number}/elections",
                            hiring.number);
                    electingSaysWhatWasShown(answer, shown, place);
                    return answer;
                },
                answer -> model.elected(idIn(answer, "selectionId"), hiring, person, place, alternates));
    }

    /** What is shown of electing somebody is what electing says: the same way, and where it is refused in the same words. */
    private static void electingSaysWhatWasShown(Answer answer, Answer shown, String place) {
        if (shown.status() != 200) {
            assertThat(answer.status())
                    .as("electing somebody who is not shown: " + answer.text())
                    .isBetween(400, 499);
            return;
        }
        for (var electing : shown.json().at("/candidate/electing")) {
            if (!electing.path("dutyLocation").asText().equals(place)) {
                continue;
            }
            if (electing.path("allowed").asBoolean()) {
                assertThat(answer.status() < 300 || "alternates".equals(answer.field()))
                        .as("electing is shown as allowed, and answered: " + answer.text())
                        .isTrue();
            } else {
                assertThat(answer.status()).as("electing is shown as refused").isBetween(400, 499);
                assertThat(answer.detail())
                        .isEqualTo(shown.json()
                                .path("obstacles")
                                .path(electing.path("obstacle").asInt())
                                .path("sentence")
                                .asText());
            }
        }
    }

    private Optional<Action> nextAlternate(Hiring hiring) {
        return anyOf(model.selections().stream()
                        .filter(selected -> selected.hiring == hiring && !selected.alternates.isEmpty())
                        .toList())
                .map(lost -> {
                    var next = model.nextAlternate(lost);
                    var place = next.map(person -> model.placeFor(lost, person)).orElse(null);
                    var after = next.map(person -> model.alternatesAfter(lost, person))
                            .orElse(List.of());
                    return new Action(
                            "elect the next alternate",
                            "after " + lost + " of " + lost.alternates,
                            next.filter(person -> model.mayElect(hiring, person, place, after))
                                    .isPresent(),
                            () -> scene.write(
                                    staff(hiring).manager(),
                                    Map.of(),
                                    "/api/cases/{number}/selections/{id}/next-alternate",
                                    hiring.number,
                                    lost.id),
                            answer -> model.elected(
                                    idIn(answer, "selectionId"), hiring, next.orElseThrow(), place, after));
                });
    }

    /** The next task of a selection: mostly as it is usually completed. */
    private Action goOn(Selected selected) {
        var task = selected.task().orElseThrow();
        var dice = random.nextInt(8);
        return switch (task) {
            case "verify-selection" -> dice > 1 ? usual(selected) : dice == 0 ? sendBack(selected) : callGone(selected);
            case "record-offer-answer", "record-final-answer", "confirm-entry-on-duty" ->
                dice > 0 ? usual(selected) : declineOffer(selected);
            case "determine-withdrawal-scope" ->
                scope(
                        selected,
                        dice > 1 ? WithdrawalScope.THIS_AGENCY : WithdrawalScope.ALL_AGENCIES,
                        random.nextBoolean());
            default -> usual(selected);
        };
    }

    private Action usual(Selected selected) {
        var task = selected.task().orElseThrow();
        return new Action(
                task, selected, model.mayGoOn(selected), () -> complete(selected, usualAnswers(selected)), answer -> {
                    if (task.equals("verify-selection")) {
                        assertThat(model.whoComesFirst(selected.hiring, selected.person, selected.place))
                                .as("L14: preference eligibles passed over by verifying " + selected)
                                .isEmpty();
                        assertThat(model.isCategoryOpen(selected.hiring, selected.person, selected.place))
                                .as("L13: a higher category, neither exhausted nor merged, passed by verifying "
                                        + selected)
                                .isTrue();
                    }
                    model.wentOn(selected);
                });
    }

    private Map<String, Object> usualAnswers(Selected selected) {
        return switch (selected.task().orElseThrow()) {
            case "notify-opm-of-selection", "correct-selection" -> Map.of("pdNumber", "PD-1", "sf52Number", "SF-1");
            case "name-certificate-recipients" ->
                Map.of("recipients", List.of(Map.of("name", "Pat Reader", "email", "pat@agency.example")));
            case "release-application-material" -> Map.of("releasedOn", scene.today());
            case "return-certificate-review" ->
                Map.of("rows", numbered(scene.review(staff(selected.hiring).hr(), selected.id)));
            // The comment lets OPM judge a list that changed since (L11); it never opens what L14 forbids.
            case "verify-selection" ->
                Map.of("decision", "VERIFIED", "comment", "The list has changed since the election.");
            case "record-offer-answer" -> asShown(selected, Map.of("answer", "ACCEPTED", "federalEmployee", "NO"));
            case "set-pay" ->
                asShown(
                        selected,
                        Map.of(
                                "step",
                                1,
                                "annualRate",
                                117_962,
                                "effectiveOn",
                                scene.today().plusDays(14)));
            case "build-new-hire-record" -> asShown(selected, Map.of("recordId", "NH-2026-0311"));
            case "record-final-answer" -> asShown(selected, Map.of("answer", "ACCEPTED"));
            case "confirm-entry-on-duty" ->
                asShown(
                        selected,
                        Map.of(
                                "entered",
                                "YES",
                                "enteredOn",
                                scene.today(),
                                "earlierReason",
                                "Both sides were ready."));
            default -> asShown(selected, Map.of());
        };
    }

    /** Alternates of several selections get places of their own. */
    private static List<Map<String, Object>> numbered(List<Map<String, Object>> rows) {
        var rank = 0;
        for (var row : rows) {
            row.put("alternateRank", "ALTERNATE".equals(row.get("outcome")) ? ++rank : null);
        }
        return rows;
    }

    /** The answers that the form shows filled in, changed; without those that it does not show then. */
    private Map<String, Object> asShown(Selected selected, Map<String, ?> changes) {
        var all = new LinkedHashMap<String, Object>();
        var task = selected.task().orElseThrow();
        var view = scene.form(staff(selected.hiring).hr(), selected.id, task);
        var filled = (ObjectNode) view.deepCopy();
        filled.setAll((ObjectNode) json.valueToTree(changes));
        var hidden = FormOnScreen.of(task).hidden(view, filled);
        var asked = forms.stream()
                .filter(form -> form.taskId().equals(task))
                .flatMap(form -> Arrays.stream(form.answers().getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !hidden.contains(name))
                .collect(Collectors.toSet());
        view.properties().stream()
                .filter(field -> asked.contains(field.getKey()))
                .forEach(field -> all.put(field.getKey(), field.getValue()));
        all.putAll(changes);
        return all;
    }

    private Action sendBack(Selected selected) {
        return new Action(
                "send back",
                selected,
                true,
                () -> complete(
                        selected, Map.of("decision", "PAPER_MISSING", "comment", "The SF-52 names another grade.")),
                answer -> model.sentBack(selected));
    }

    /** OPM cannot call somebody gone who is not. */
    private Action callGone(Selected selected) {
        return new Action(
                "call an available candidate gone",
                selected,
                false,
                () -> complete(selected, Map.of("decision", "CANDIDATE_GONE")),
                answer -> {});
    }

    private Action declineOffer(Selected selected) {
        return new Action(
                "decline an offer",
                selected,
                mayHaveStayedAway(selected),
                () -> complete(
                        selected,
                        selected.task().orElseThrow().equals("confirm-entry-on-duty")
                                ? Map.of("entered", "NO", "reason", "Did not come.")
                                : asShown(selected, Map.of("answer", "DECLINED", "declineReason", "Another job."))),
                answer -> model.declinedOffer(selected));
    }

    /** Nobody has stayed away before the day on which to start. */
    private boolean mayHaveStayedAway(Selected selected) {
        var task = selected.task().orElseThrow();
        if (!task.equals("confirm-entry-on-duty")) {
            return true;
        }
        var start = scene.form(staff(selected.hiring).hr(), selected.id, task).path("offeredStart");
        return !scene.today().isBefore(LocalDate.parse(start.asText()));
    }

    /** @param onPaper with what the candidate wrote */
    private Action scope(Selected selected, WithdrawalScope scope, boolean onPaper) {
        return new Action(
                "determine-withdrawal-scope",
                selected + ", " + scope + (onPaper ? ", on paper" : ""),
                (scope == WithdrawalScope.THIS_AGENCY || onPaper) && model.mayDeclineOffer(selected, onPaper),
                () -> complete(
                        selected,
                        Map.of(
                                "scope",
                                scope,
                                "documents",
                                onPaper ? papers(selected.hiring, "WITHDRAWAL") : List.of())),
                answer -> model.declined(selected, scope, onPaper));
    }

    private Answer complete(Selected selected, Map<String, ?> answers) {
        var task = selected.task().orElseThrow();
        var staff = staff(selected.hiring);
        var person =
                switch (task) {
                    case "name-certificate-recipients" -> staff.coordinator();
                    case "release-application-material", "verify-selection" -> OPM;
                    default -> staff.hr();
                };
        var id = scene.taskOf(selected.id, task);
        lastTasks.put(selected.id, id);
        return scene.write(person, answers, TASK, id);
    }

    /** A task of a selection that has ended since it was last looked at. */
    private Optional<Action> aTaskThatIsGone() {
        return anyOf(model.selections().stream()
                        .filter(selected -> !selected.isRunning() && lastTasks.containsKey(selected.id))
                        .toList())
                .map(ended -> new Action(
                        "submit a task that is gone",
                        ended,
                        false,
                        () -> scene.write(staff(ended.hiring).hr(), Map.of(), TASK, lastTasks.get(ended.id)),
                        answer -> {}));
    }

    private Action withdraw(Hiring hiring, Person person) {
        return withdraw(
                hiring,
                person,
                random.nextInt(3) > 0 ? WithdrawalScope.THIS_AGENCY : WithdrawalScope.ALL_AGENCIES,
                random.nextBoolean());
    }

    /** @param onPaper with what the candidate wrote */
    private Action withdraw(Hiring hiring, Person person, WithdrawalScope scope, boolean onPaper) {
        return record(
                "withdraw " + scope,
                "withdrawal",
                hiring,
                person,
                onPaper
                        ? Map.of("scope", scope, "documents", papers(hiring, "WITHDRAWAL"))
                        : Map.of("scope", scope, "note", "Said so on the phone."),
                model.mayWithdraw(hiring, person, scope, onPaper),
                () -> model.withdrew(hiring, person, scope, onPaper));
    }

    /** What OPM decides about somebody who asked to leave the pool, or about somebody who did not. */
    private Action decideLeaving() {
        var asking =
                anyOf(model.people().stream().filter(model::mayDecideLeaving).toList());
        var left = anyOf(model.people().stream().filter(model::mayUndoLeaving).toList());
        if (asking.isPresent() && (left.isEmpty() || random.nextInt(3) > 0)) {
            var person = asking.get();
            return random.nextInt(4) > 0
                    ? new Action(
                            "confirm a withdrawal",
                            person,
                            model.mayConfirmLeaving(person),
                            () -> scene.confirmsLeaving(OPM, person.id),
                            answer -> model.leavingConfirmed(person))
                    : refuseLeaving(person, random.nextBoolean());
        }
        if (left.isPresent() && random.nextInt(3) == 0) {
            return leavesForGood(left.get());
        }
        var person = left.or(
                () -> anyOf(model.people().stream().filter(model::hasAsked).toList()));
        if (person.isEmpty()) {
            return considerAgain(aCase(), oneOf(model.people()));
        }
        return undoLeaving(person.get());
    }

    private Action undoLeaving(Person person) {
        return new Action(
                "undo a withdrawal",
                person,
                model.mayUndoLeaving(person),
                () -> scene.decidesLeaving(
                        OPM, person.id, "undoing", Map.of("reason", "A mistake.", "how", "E-mail of today.")),
                answer -> model.leavingUndone(person));
    }

    private Action refuseLeaving(Person person, boolean ownWord) {
        return new Action(
                "refuse a withdrawal",
                person + (ownWord ? ", of one agency" : ", not the own word"),
                true,
                () -> scene.decidesLeaving(
                        OPM,
                        person.id,
                        "refusal",
                        Map.of("reason", "By what it says.", "ownWord", ownWord ? "YES" : "NO")),
                answer -> model.leavingRefused(person, ownWord));
    }

    private Action leavesForGood(Person person) {
        return new Action(
                "let a withdrawal stand",
                person,
                true,
                () -> scene.daysToUndoAreOver(OPM, person.id),
                answer -> model.leftForGood(person));
    }

    /** A paper of the case; none where nothing is filed any more. */
    private List<String> papers(Hiring hiring, String purpose) {
        return hiring.isOpen()
                ? List.of(scene.paper(staff(hiring).hr(), new CaseNumber(hiring.number), purpose))
                : List.of();
    }

    private Action considerAgain(Hiring hiring, Person person) {
        return record(
                "consider again",
                "reconsider",
                hiring,
                person,
                Map.of(),
                model.mayRecord(hiring, person),
                () -> model.reconsidered(hiring, person));
    }

    private Action contact(Hiring hiring, Person person, boolean asked) {
        return record(
                "contact",
                "contact",
                hiring,
                person,
                asked
                        ? with("document", papers(hiring, "CONTACT"), Map.of("note", "Called and left a message."))
                        : Map.of("note", "Called and left a message."),
                model.mayContact(hiring, person),
                () -> {
                    model.contacted(hiring, person, asked);
                    scene.daysToAnswerAreOver(new CaseNumber(hiring.number), person.id);
                });
    }

    private Action answer(Hiring hiring, Person person, InterestAnswer answer, boolean noted) {
        var onPaper = noted && answer == InterestAnswer.NOT_INTERESTED && random.nextBoolean();
        return record(
                "answer",
                "answer",
                hiring,
                person,
                noted
                        ? with(
                                "document",
                                onPaper ? papers(hiring, "WITHDRAWAL") : List.of(),
                                Map.of("answer", answer, "note", "Two mails and a call in ten days."))
                        : Map.of("answer", answer),
                model.mayAnswer(hiring, person, answer, onPaper),
                () -> model.answered(hiring, person, answer, noted, onPaper));
    }

    private static Map<String, Object> with(String name, List<String> one, Map<String, ?> others) {
        var all = new LinkedHashMap<String, Object>(others);
        one.forEach(value -> all.put(name, value));
        return all;
    }

    /** Whoever comes first says no in a way that is proven. */
    private void saysNo(Hiring hiring, Person person) {
        if (model.mayContact(hiring, person) && !model.hasAnswered(hiring, person)) {
            mustHappen(contact(hiring, person, true));
            mustHappen(answer(hiring, person, InterestAnswer.FAILED_TO_RESPOND, true));
        } else {
            mustHappen(withdraw(hiring, person, WithdrawalScope.THIS_AGENCY, true));
        }
    }

    private Action markNotSelected(Hiring hiring, Person person) {
        return record(
                "mark as not selected",
                "not-selected",
                hiring,
                person,
                Map.of(),
                model.mayMarkNotSelected(hiring, person),
                () -> model.markedNotSelected(hiring, person));
    }

    private Action record(
            String kind,
            String what,
            Hiring hiring,
            Person person,
            Map<String, ?> entries,
            boolean allowed,
            Runnable effect) {
        var who = random.nextBoolean() ? staff(hiring).manager() : staff(hiring).hr();
        return new Action(
                kind,
                person + " in " + hiring + " " + entries,
                allowed,
                () -> {
                    var body = new LinkedHashMap<String, Object>(entries);
                    body.put("version", version(hiring, person));
                    return scene.write(who, body, CANDIDATE + what, hiring.number, person.id);
                },
                answer -> effect.run());
    }

    private long version(Hiring hiring, Person person) {
        return jdbc.queryForObject(
                "select coalesce(max(version) + 1, 0) from candidate_review where case_number = ? and candidate_id = ?",
                Long.class,
                hiring.number,
                person.id);
    }

    private Action askToPassOver(Hiring hiring, Person person) {
        var newFacts = saysNewFacts(hiring, person);
        return asking(
                newFacts ? "ask to pass over again" : "ask to pass over",
                "pass-over",
                hiring,
                person,
                newFacts,
                model.mayAskToPassOver(hiring, person, newFacts));
    }

    private Action objectTo(Hiring hiring, Person person) {
        var newFacts = saysNewFacts(hiring, person);
        return asking("object", "objection", hiring, person, newFacts, model.mayObjectTo(hiring, person, newFacts));
    }

    /** Mostly where something was denied, and sometimes where they are out of place. */
    private boolean saysNewFacts(Hiring hiring, Person person) {
        return random.nextInt(5) > 0 == model.needsNewFacts(hiring, person);
    }

    private Action asking(String kind, String path, Hiring hiring, Person person, boolean newFacts, boolean allowed) {
        return new Action(
                kind,
                person + " in " + hiring + (newFacts ? ", with new facts" : ""),
                allowed,
                () -> scene.write(
                        staff(hiring).manager(),
                        newFacts ? Map.of("newFacts", "What turned out in step " + step + ".") : Map.of(),
                        CANDIDATE + path,
                        hiring.number,
                        person.id),
                answer -> model.asked(idIn(answer, "passOverId"), hiring, person, path.equals("objection"), newFacts));
    }

    private Action goOn(Request request) {
        if (request.task().orElseThrow().equals("file-pass-over")) {
            return new Action(
                    "file-pass-over",
                    request,
                    true,
                    () -> complete(
                            staff(request.hiring).hr(),
                            request,
                            Map.of(
                                    "ground",
                                    // What a displaced employee can do is judged by two people first (L16).
                                    request.person.isDisplaced() ? "false-statement" : "unqualified",
                                    "reasons",
                                    "No work with research methods.",
                                    "sf62",
                                    sf62(request.hiring))),
                    answer -> model.filed(request));
        }
        var sustained = random.nextBoolean();
        return new Action(
                sustained ? "sustain" : "deny",
                request,
                model.mayDecide(request, sustained),
                () -> complete(
                        OPM,
                        request,
                        Map.of("decision", sustained ? "SUSTAINED" : "DENIED", "reason", "By the papers.")),
                answer -> model.decided(request, sustained));
    }

    private Answer complete(String person, Request request, Map<String, ?> answers) {
        var task = taskService
                .createTaskQuery()
                .processVariableValueEquals("passOverId", request.id.toString())
                .taskDefinitionKey(request.task().orElseThrow())
                .singleResult();
        return scene.write(person, answers, TASK, task.getId());
    }

    private UUID sf62(Hiring hiring) {
        return documents
                .store(
                        DocumentOwner.ofCase(new CaseNumber(hiring.number), hiring.agency),
                        DocumentPurpose.SF_62,
                        "sf-62.pdf",
                        new ByteArrayInputStream(SampleFiles.pdf()),
                        scene.actor(staff(hiring).hr()))
                .id();
    }

    private Action withdrawRequest(Hiring hiring, Person person) {
        return new Action(
                "withdraw the request",
                person + " in " + hiring,
                model.mayWithdrawRequest(hiring, person),
                () -> scene.delete(staff(hiring).hr(), CANDIDATE + "pass-over", hiring.number, person.id),
                answer -> model.withdrewRequest(hiring, person));
    }

    private Action hold(Hiring hiring, Person person) {
        return new Action(
                "hold a vacancy",
                person + " in " + hiring,
                model.mayHold(hiring, person),
                () -> scene.put(staff(hiring).manager(), CANDIDATE + "held-vacancy", hiring.number, person.id),
                answer -> model.held(hiring, person));
    }

    private Action release(Hiring hiring, Person person) {
        return new Action(
                "release a vacancy",
                person + " in " + hiring,
                model.mayRelease(hiring, person),
                () -> scene.delete(staff(hiring).manager(), CANDIDATE + "held-vacancy", hiring.number, person.id),
                answer -> model.released(hiring, person));
    }

    private Action close(Hiring hiring) {
        return new Action(
                "close the case",
                hiring,
                model.mayClose(hiring),
                () -> scene.write(
                        staff(hiring).hr(), Map.of("reason", "BUDGET"), "/api/cases/{number}/close", hiring.number),
                answer -> model.closed(hiring));
    }

    private Action endReviewing(Hiring hiring) {
        if (!hiring.isOpen()) {
            return close(hiring);
        }
        return new Action(
                "end reviewing",
                hiring,
                model.mayEndReviewing(hiring),
                () -> scene.write(
                        staff(hiring).manager(),
                        Map.of("reason", "Nobody else fits.", "confirmed", true),
                        TASK,
                        scene.taskOf(new CaseNumber(hiring.number), "review-and-interview-candidates")),
                answer -> model.closed(hiring));
    }

    private Action merge(Hiring hiring) {
        return new Action(
                "merge",
                hiring,
                model.mayMerge(hiring),
                () -> scene.write(staff(hiring).manager(), Map.of(), "/api/cases/{number}/merge", hiring.number),
                answer -> model.merged(hiring));
    }

    private Action referNextCategory() {
        return new Action(
                "refer the next category",
                pool,
                model.mayReferTheNextCategory(),
                () -> scene.write(
                        OPM,
                        Map.of("downTo", Rating.WELL_QUALIFIED, "reason", "The highest is exhausted."),
                        "/api/pools/{announcement}/referral",
                        pool.value()),
                answer -> model.referredDownTo(Rating.WELL_QUALIFIED));
    }

    /** What somebody tries who has no business with it (L1, L21). */
    private Action meddle(Hiring hiring, Person person) {
        var others = staff(hiring) == OURS ? THEIRS : OURS;
        var election = Map.of("candidateId", person.id, "dutyLocation", WASHINGTON, "alternates", List.of());
        var elections = "/api/cases/{number}/elections";
        var verifying = anyOf(model.selections().stream()
                .filter(selected ->
                        selected.task().filter("verify-selection"::equals).isPresent())
                .toList());
        Supplier<Answer> attempt =
                switch (random.nextInt(5)) {
                    case 0 -> () -> scene.write(others.manager(), election, elections, hiring.number);
                    case 1 -> () -> scene.write(staff(hiring).hr(), election, elections, hiring.number);
                    case 2 -> () -> scene.write(EXPERT, Map.of(), CANDIDATE + "pass-over", hiring.number, person.id);
                    case 3 ->
                        () -> scene.write(OPM, Map.of("version", 0), CANDIDATE + "contact", hiring.number, person.id);
                    default ->
                        () -> verifying
                                .map(selected -> scene.write(
                                        staff(selected.hiring).manager(),
                                        Map.of("decision", "VERIFIED"),
                                        TASK,
                                        scene.taskOf(selected.id, "verify-selection")))
                                .orElseGet(() -> scene.put(
                                        others.manager(), CANDIDATE + "held-vacancy", hiring.number, person.id));
                };
        return new Action("meddle", person + " in " + hiring, false, attempt, answer -> {});
    }

    private static UUID idIn(Answer answer, String name) {
        return UUID.fromString(answer.json().path(name).asText());
    }

    // ---- the end of a certificate

    /** Every case that is open still can be closed by its agency, or finished by going on as usual. */
    private void endEveryCase() {
        for (var hiring : model.cases()) {
            if (model.mayClose(hiring) && random.nextBoolean()) {
                mustHappen(close(hiring));
            } else {
                finish(hiring);
            }
            assertThat(hiring.isOpen()).as("case %s is open", hiring).isFalse();
            assertThat(runtimeService
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(hiring.number)
                            .count())
                    .as("running processes of case %s", hiring)
                    .isZero();
        }
    }

    /** Every selection is brought to entry on duty, with whatever the law asks for first; then reviewing ends. */
    private void finish(Hiring hiring) {
        for (var selected : model.running(hiring)) {
            while (selected.isRunning()) {
                if (!model.mayGoOn(selected)) {
                    var first = anyOf(model.inTheWayOf(selected));
                    if (first.isPresent()) {
                        saysNo(hiring, first.get());
                    } else {
                        model.undecided(hiring).forEach(person -> mustHappen(refuseLeaving(person, true)));
                        model.untold(hiring).forEach(untold -> mustHappen(usual(untold)));
                    }
                } else if (selected.task().orElseThrow().equals("determine-withdrawal-scope")) {
                    mustHappen(scope(selected, WithdrawalScope.THIS_AGENCY, true));
                } else {
                    mustHappen(usual(selected));
                }
            }
        }
        for (var kept = model.keptFor(hiring); hiring.isOpen() && !kept.isEmpty(); kept = model.keptFor(hiring)) {
            if (model.mayUndoLeaving(kept.get(0))) {
                mustHappen(leavesForGood(kept.get(0)));
            } else {
                saysNo(hiring, kept.get(0));
            }
        }
        if (hiring.isOpen()) {
            mustHappen(endReviewing(hiring));
        }
    }

    private void mustHappen(Action action) {
        assertThat(action.allowed())
                .as("%s: %s is a way to the end", action.kind(), action.about())
                .isTrue();
        perform(action);
    }

    // ---- one step

    private void perform(Action action) {
        var sentence = action.kind() + ": " + action.about();
        var before = action.allowed() ? 0 : written();
        var answer = action.really().get();
        remember(sentence + " -> " + answer.status() + " " + answer.detail());
        if (action.allowed()) {
            assertThat(answer.status())
                    .as("%s is allowed: %s", sentence, answer.text())
                    .isBetween(200, 299);
            action.effect().accept(answer);
            done.merge(action.kind(), 1, Integer::sum);
        } else {
            assertThat(answer.status())
                    .as("%s is refused: %s", sentence, answer.text())
                    .isBetween(400, 499);
            assertThat(answer.detail())
                    .as("what the person reads about %s", sentence)
                    .isNotBlank();
            assertThat(written())
                    .as("decisions and messages after refusing %s", sentence)
                    .isEqualTo(before);
            refused.merge(action.kind(), 1, Integer::sum);
        }
        assertThat(facts()).as("after %s", sentence).isEqualTo(model.facts());
        assertThat(jdbc.queryForList(HELD_TWICE, UUID.class, pool.value()))
                .as("L8: candidates with two verified selections after %s", sentence)
                .isEmpty();
        assertThat(jdbc.queryForList(HELD_ALTHOUGH_WITHDRAWN, UUID.class, pool.value()))
                .as("L9: selections of candidates who withdrew from all, after %s", sentence)
                .isEmpty();
        assertThat(jdbc.queryForList(NOTIFIED_BY_NOTHING, UUID.class, pool.value()))
                .as("L15: requests whose 15 days run without a notice that left, after %s", sentence)
                .isEmpty();
        whoIsToldThatNothingIsNewReadsNothingOld(sentence);
    }

    /** One mark, one list: of one case a step, as many things lie between two looks as there are cases. */
    private void whoIsToldThatNothingIsNewReadsNothingOld(String sentence) {
        var hiring = cases.get(step % cases.size());
        var list = scene.list(staff(hiring).manager(), new CaseNumber(hiring.number));
        assertThat(list.text())
                .as("the list of %s, which has the mark it had before %s", hiring, sentence)
                .isEqualTo(lists.computeIfAbsent(list.etag(), isNew -> list.text()));
        whoIsShownAsElectableIs(hiring, list, sentence);
    }

    /** In every state: for all of a candidate's places, some or none, as the law has it. Where the status answers it nothing is said. */
    private void whoIsShownAsElectableIs(Hiring hiring, Answer list, String sentence) {
        for (var line : list.json().path("candidates")) {
            if (!line.has("electing")) {
                continue;
            }
            var person = model.people().stream()
                    .filter(one -> one.id.toString().equals(line.path("id").asText()))
                    .findFirst()
                    .orElseThrow();
            var allowed = person.places.stream()
                    .filter(place -> model.mayElect(hiring, person, place, List.of()))
                    .count();
            assertThat(line.at("/electing/where").asText())
                    .as("electing %s in %s, as the list shows it after %s", person, hiring, sentence)
                    .isEqualTo(allowed == 0 ? "NONE" : allowed == person.places.size() ? "ALL" : "SOME");
        }
    }

    private void remember(String happened) {
        lately.addLast(step + ". " + happened);
        if (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
    }

    /** How much is decided and written to people, in all cases. */
    private long written() {
        return jdbc.queryForObject(
                "select (select coalesce(sum(last_sequence), 0) from decision_stream) + (select count(*) from notice)",
                Long.class);
    }

    private List<String> facts() {
        var facts = jdbc.queryForList(
                FACTS, String.class, Collections.nCopies(TABLES, pool.value()).toArray());
        facts.sort(String::compareTo);
        return facts;
    }
}
