package io.crossgov.hiring.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossgov.hiring.workflow.engine.ModelProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.IntermediateCatchEventBuilder;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every process model keeps the {@link ModelRules}, and the rules notice when one does not. */
class BpmnModelTest {

    private static final Path MODELS = Path.of("bpmn");

    static List<String> processIds() throws IOException {
        try (var files = Files.list(MODELS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                    .sorted()
                    .toList();
        }
    }

    static BpmnModelInstance model(String processId) {
        return Bpmn.readModelFromFile(MODELS.resolve(processId + ".bpmn").toFile());
    }

    @Test
    void theHireAndTheSelectionOfOneCandidateAreModelled() throws IOException {
        assertThat(processIds()).contains("cross-gov-hiring", "candidate-selection");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void everyModelKeepsTheRules(String processId) {
        var model = model(processId);
        Bpmn.validateModel(model);
        assertThat(ModelRules.check(processId, model)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void everyFormThatAModelNamesExists(String processId) {
        assertThat(ModelTasks.missingForms(model(processId), path -> Files.isRegularFile(Path.of(path))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void everyProcessThatAModelCallsExists(String processId) throws IOException {
        assertThat(ModelRules.missingProcesses(model(processId), processIds())).isEmpty();
    }

    @Test
    void everyReasonWhyACaseMayEndIsReachedByTheModelOrByCancelling() {
        var reasons = model("cross-gov-hiring").getModelElementsByType(EndEvent.class).stream()
                .flatMap(end -> ModelProperties.of(end).get(ModelProperties.CLOSING_REASON).stream())
                .collect(Collectors.toSet());
        reasons.add("CANCELLED");
        assertThat(reasons).isEqualTo(ModelNotices.CLOSING_REASONS);
    }

    // --- the rules can fail ---------------------------------------------------------------------------------------

    @Test
    void aSoundModelHasNothingToFind() {
        assertThat(ModelRules.check("sample", sound())).isEmpty();
    }

    @Test
    void aModelInAFileOfAnotherNameIsNoticed() {
        assertThat(ModelRules.check("other", sound()))
                .extracting(ModelFinding::toString)
                .contains("Process \"Verify one selection\" (sample) has another id than its file, other.");
    }

    @Test
    void aMissingFormIsNoticedWithTheTaskThatNeedsIt() {
        assertThat(ModelTasks.missingForms(sound(), path -> false))
                .extracting(ModelFinding::toString)
                .containsExactly("User task \"7 Verify Selection\" (verify-selection) names the form"
                        + " forms/sample/verify-selection.form, which is not there.");
    }

    @Test
    void aMissingProcessIsNoticedWithTheActivityThatCallsIt() {
        assertThat(ModelRules.missingProcesses(sound(), Set.of("sample")))
                .extracting(ModelFinding::toString)
                .containsExactly("Call activity \"8 Make Offer\" (make-offer) calls the process \"offer\","
                        + " which is not there.");
    }

    /** What people write in a modeler, in other spellings than ours, and what the engine does well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${ selectionVerified == 'VERIFIED' }",
                "#{selectionVerified eq \"VERIFIED\"}",
                "${not (selectionVerified != 'VERIFIED')}",
                "${(selectionVerified == 'VERIFIED') || (selectionVerified == 'PAPER_MISSING')}",
                "${pdClassified}",
                "${pdClassified == true}",
                "${pdClassified ne false}",
                "${not empty selectionVerified and selectionVerified == 'VERIFIED'}",
                "${!pdClassified}"
            })
    void anHonestConditionIsTakenInEverySpelling(String text) {
        var model = sound();
        condition(model, text);
        assertThat(ModelRules.check("sample", model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${ businessDays.dueDateOf( execution ) }",
                "#{businessDays.after(10)}",
                "${businessDays.after(5 + 5)}",
                "${businessDays.after('10')}",
                "${certificateClock.remindAt(execution, 14)}",
                "P5D",
                "PT36H",
                "2027-01-04T17:00:00Z"
            })
    void anHonestDueDateIsTakenInEverySpelling(String text) {
        var model = sound();
        task(model).setCamundaDueDate(text);
        assertThat(ModelRules.check("sample", model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "-1", "${25 * 2}", "#{'50'}"})
    void anHonestPriorityIsTaken(String priority) {
        var model = sound();
        task(model).setCamundaPriority(priority);
        assertThat(ModelRules.check("sample", model)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M7, M13", " M13", "M13 ,M7"})
    void theNoticeBeforeAnEndIsFoundInWhateverListItStands(String notices) {
        var model = sound();
        property(model, "opm-told").setCamundaValue(notices);
        property(model, "case-closed").setCamundaValue("FROZEN");
        reconnect(model, "selection-verified-no", "opm-told");
        reconnect(model, "opm-told-to-make-offer", "case-closed");
        assertThat(ModelRules.check("sample", model))
                .extracting(ModelFinding::toString)
                .noneMatch(finding -> finding.contains("before OPM is told"));
    }

    @Test
    void whatACalledProcessWouldMissIsNoticed() {
        for (var missing : List.of("caseNumber", "poolId", "agency", "selectionId", "passOverId")) {
            var model = model("cross-gov-hiring");
            var lost = model.getModelElementsByType(CamundaIn.class).stream()
                    .filter(in -> missing.equals(in.getCamundaTarget()))
                    .findFirst()
                    .orElseThrow();
            lost.getParentElement().removeChildElement(lost);
            assertThat(ModelRules.check("cross-gov-hiring", model))
                    .singleElement()
                    .extracting(ModelFinding::toString)
                    .asString()
                    .startsWith("Call activity ")
                    .endsWith("does not hand over " + missing + ", which the process it calls cannot do without.");
        }
        var model = model("cross-gov-hiring");
        model.getModelElementsByType(CamundaIn.class).stream()
                .filter(in -> "selectionId".equals(in.getCamundaTarget()))
                .forEach(in -> in.setCamundaSource("askedPassOverId"));
        assertThat(ModelRules.check("cross-gov-hiring", model))
                .extracting(ModelFinding::toString)
                .containsExactly("Call activity \"5–8 Select Candidate\" (select-candidate) hands over selectionId from"
                        + " askedPassOverId, where it is not to be had.");
    }

    @Test
    void aRenamedMessageIsNoticedInTheProcessThatIsToldIt() {
        var model = model("cross-gov-hiring");
        model.getModelElementsByType(Message.class).stream()
                .filter(message -> message.getName().equals("candidate-elected"))
                .forEach(message -> message.setName("candidate-chosen"));
        assertThat(ModelRules.check("cross-gov-hiring", model))
                .extracting(ModelFinding::toString)
                .anyMatch(
                        finding -> finding.endsWith("waits for the message \"candidate-chosen\", which nobody sends."))
                .contains(
                        "Process \"Hire from a shared talent pool\" (cross-gov-hiring) does not listen for the message"
                                + " \"candidate-elected\", which the application sends.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void aBrokenModelIsNoticedWithTheElementToLookAt(String finding, Consumer<BpmnModelInstance> broken) {
        var model = sound();
        broken.accept(model);
        assertThat(ModelRules.check("sample", model))
                .extracting(ModelFinding::toString)
                .contains(finding);
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                broken("Exclusive gateway (selection-verified) has no name.", model -> element(
                                model, "selection-verified", ExclusiveGateway.class)
                        .removeAttribute("name")),
                broken(
                        "Exclusive gateway \"Verified\" (selection-verified) is named without asking a question.",
                        model -> element(model, "selection-verified", ExclusiveGateway.class)
                                .setName("Verified")),
                broken(
                        "Exclusive gateway \"Selection verified?\" (selection-verified) has no default among its answers.",
                        model -> element(model, "selection-verified", ExclusiveGateway.class)
                                .removeAttribute("default")),
                broken(
                        "Sequence flow \"No\" (selection-verified-no) is neither the default nor has a condition.",
                        model -> element(model, "selection-verified", ExclusiveGateway.class)
                                .removeAttribute("default")),
                broken("Sequence flow (selection-verified-yes) is an answer without a name.", model -> element(
                                model, "selection-verified-yes", SequenceFlow.class)
                        .removeAttribute("name")),
                broken(
                        "Sequence flow \"Yes\" (verified) is an answer whose id does not begin with its question,"
                                + " selection-verified.",
                        model -> element(model, "selection-verified-yes", SequenceFlow.class)
                                .setId("verified")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) must read exactly one routing variable,"
                                + " but reads [selectionVerified, offerAnswer].",
                        model -> condition(model, "${selectionVerified == 'VERIFIED' && offerAnswer == 'ACCEPTED'}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) must read exactly one routing variable,"
                                + " but reads [candidateName].",
                        model -> condition(model, "${candidateName == 'VERIFIED'}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) must read exactly one routing variable,"
                                + " but reads none.",
                        model -> condition(model, "${true}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) has a condition that is no expression: yes",
                        model -> condition(model, "yes")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.dueDate(execution)}, but"
                                + " businessDays answers to after, dueDateOf only.",
                        model -> task(model).setCamundaDueDate("${businessDays.dueDate(execution)}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.dueDateOf()}, but"
                                + " businessDays.dueDateOf takes execution.",
                        model -> task(model).setCamundaDueDate("${businessDays.dueDateOf()}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.after(execution)}, but"
                                + " businessDays.after takes a whole number.",
                        model -> task(model).setCamundaDueDate("${businessDays.after(execution)}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.dueDateOf(10)}, but"
                                + " businessDays.dueDateOf takes execution.",
                        model -> task(model).setCamundaDueDate("${businessDays.dueDateOf(10)}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.after('ten')}, but"
                                + " businessDays.after takes a whole number.",
                        model -> task(model).setCamundaDueDate("${businessDays.after('ten')}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.after(null)}, but"
                                + " businessDays.after takes a whole number.",
                        model -> task(model).setCamundaDueDate("${businessDays.after(null)}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.dueDateOf(sendNotice)}, but"
                                + " businessDays.dueDateOf takes execution.",
                        model -> task(model).setCamundaDueDate("${businessDays.dueDateOf(sendNotice)}")),
                broken(
                        "Intermediate catch event \"Wait\" (wait) goes off ${certificateClock.remindAt(14, execution)}, but"
                                + " certificateClock.remindAt takes execution and a whole number.",
                        model -> wait(model).timerWithDate("${certificateClock.remindAt(14, execution)}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) has the priority \"high\", which is no whole"
                                + " number.",
                        model -> task(model).setCamundaPriority("high")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) has the priority"
                                + " \"${businessDays.after(1)}\", which is no whole number.",
                        model -> task(model).setCamundaPriority("${businessDays.after(1)}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) has the priority \"10.5\", which is no"
                                + " whole number.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .setCamundaJobPriority("10.5")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) listens with ${sendNotice}, which does nothing"
                                + " with tasks.",
                        model ->
                                task(model).builder().camundaTaskListenerDelegateExpression("create", "${sendNotice}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) asks ${businessDays.dueDay(execution)}, but"
                                + " businessDays answers to after, dueDateOf only.",
                        model -> task(model)
                                .builder()
                                .camundaTaskListenerExpression("create", "${businessDays.dueDay(execution)}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) listens with ${businessDays}, which does"
                                + " nothing.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .builder()
                                .camundaExecutionListenerDelegateExpression("start", "${businessDays}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) listens with ${sendNotice}, which asks"
                                + " nothing of it.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .builder()
                                .camundaExecutionListenerExpression("start", "${sendNotice}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) asks ${businessDays.nope(execution)}, but"
                                + " businessDays answers to after, dueDateOf only.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .builder()
                                .camundaInputParameter("agency", "${businessDays.nope(execution)}")),
                broken(
                        "Call activity \"8 Make Offer\" (make-offer) hands over variables by ${countVacancies}, which hands"
                                + " over none.",
                        model -> element(model, "make-offer", CallActivity.class)
                                .setCamundaVariableMappingDelegateExpression("${countVacancies}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) is of the type \"external\", which nobody"
                                + " works on: name a bean that does the work.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .setCamundaType("external")),
                broken(
                        "Send task \"Tell OPM\" (tell-opm) is of the type \"external\", which nobody works on: name a bean"
                                + " that does the work.",
                        model -> element(model, "opm-told", FlowNode.class)
                                .builder()
                                .sendTask("tell-opm")
                                .name("Tell OPM")
                                .camundaType("external")
                                .camundaTopic("mail")),
                broken("Send task \"Tell OPM\" (tell-opm) names no bean that does the work.", model -> element(
                                model, "opm-told", FlowNode.class)
                        .builder()
                        .sendTask("tell-opm")
                        .name("Tell OPM")
                        .camundaType("external")),
                broken("Business rule task \"Rank\" (rank) names no bean that does the work.", model -> element(
                                model, "opm-told", FlowNode.class)
                        .builder()
                        .businessRuleTask("rank")
                        .name("Rank")
                        .camundaDecisionRef("ranking")),
                broken(
                        "Business rule task \"Rank\" (rank) has its work done by ${businessDays}, which does none.",
                        model -> element(model, "opm-told", FlowNode.class)
                                .builder()
                                .businessRuleTask("rank")
                                .name("Rank")
                                .camundaDelegateExpression("${businessDays}")),
                broken(
                        "Call activity \"8 Make Offer\" (make-offer) does not hand over the case's key,"
                                + " #{execution.processBusinessKey}.",
                        model -> model.getModelElementsByType(CamundaIn.class).stream()
                                .filter(in -> in.getCamundaBusinessKey() != null)
                                .forEach(in -> in.setCamundaBusinessKey("${sendNotice}"))),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) does not say yes or no when pdClassified is true:"
                                + " ${pdClassified == 1}",
                        model -> condition(model, "${pdClassified == 1}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) does not say yes or no when selectionVerified is"
                                + " CANDIDATE_GONE: ${selectionVerified == 'VERIFIED' || selectionVerified == 1}",
                        model -> condition(model, "${selectionVerified == 'VERIFIED' || selectionVerified == 1}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) never holds, whatever selectionVerified is:"
                                + " ${not selectionVerified == 'VERIFIED'}",
                        model -> condition(model, "${not selectionVerified == 'VERIFIED'}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) holds whatever pdClassified is:"
                                + " ${pdClassified || !pdClassified}",
                        model -> condition(model, "${pdClassified || !pdClassified}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due \"12/31/2026\", which the engine cannot"
                                + " read as a time.",
                        model -> task(model).setCamundaDueDate("12/31/2026")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is followed up \"tomorrow\", which the engine"
                                + " cannot read as a time.",
                        model -> task(model).setCamundaFollowUpDate("tomorrow")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${sendNotice}, which is no time.",
                        model -> task(model).setCamundaDueDate("${sendNotice}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.dueDateOf(execution}, which"
                                + " is no whole expression.",
                        model -> task(model).setCamundaDueDate("${businessDays.dueDateOf(execution}")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is due ${businessDays.dueDateOf(execution), which"
                                + " is no whole expression.",
                        model -> task(model).setCamundaDueDate("${businessDays.dueDateOf(execution)")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is fixed to \"thomas\": tasks are for a role, and"
                                + " whoever has it takes them.",
                        model -> task(model).setCamundaAssignee("thomas")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is fixed to \"opm-1,opm-2\": tasks are for a role,"
                                + " and whoever has it takes them.",
                        model -> task(model).setCamundaCandidateUsers("opm-1,opm-2")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) asks for 'VERIFIEDS', which selectionVerified never is;"
                                + " it is CANDIDATE_GONE or PAPER_MISSING or VERIFIED.",
                        model -> condition(model, "${selectionVerified == 'VERIFIEDS'}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) asks for 'yes', but pdClassified is true or false.",
                        model -> condition(model, "${pdClassified == 'yes'}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) compares selectionVerified with no answer:"
                                + " ${selectionVerified}",
                        model -> condition(model, "${selectionVerified}")),
                broken(
                        "Sequence flow \"Yes\" (selection-verified-yes) has a condition that cannot be worked out:"
                                + " ${selectionVerified = 'VERIFIED'}",
                        model -> condition(model, "${selectionVerified = 'VERIFIED'}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) has its work done by ${businessDays}, which does"
                                + " none.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .setCamundaDelegateExpression("${businessDays}")),
                broken(
                        "Intermediate catch event \"Wait\" (wait) goes off \"next monday\", which the engine cannot read as a"
                                + " time.",
                        model -> wait(model).timerWithDate("next monday")),
                broken(
                        "Intermediate catch event \"Wait\" (wait) goes off after \"two weeks\", which the engine cannot read as"
                                + " a time.",
                        model -> wait(model).timerWithDuration("two weeks")),
                broken(
                        "Intermediate catch event \"Wait\" (wait) goes off \"every day\", which the engine cannot read as a"
                                + " time.",
                        model -> wait(model).timerWithCycle("every day")),
                broken(
                        "Intermediate catch event \"Wait\" (wait) waits for the message \"candidate-chosen\", which nobody"
                                + " sends.",
                        model -> wait(model).message("candidate-chosen")),
                broken(
                        "Process \"Verify one selection\" (sample) keeps its history P7D: the records rule asks for P1095D, three"
                                + " years, or more.",
                        model -> process(model).setCamundaHistoryTimeToLiveString("P7D")),
                broken(
                        "Process \"Verify one selection\" (sample) keeps its history \"3 years\", which is no number of days such"
                                + " as P1095D.",
                        model -> process(model).setCamundaHistoryTimeToLiveString("3 years")),
                broken(
                        "The model is drawn for Camunda Cloud; this application runs models for Camunda Platform 7.",
                        model -> model.getDefinitions()
                                .setAttributeValueNs(
                                        "http://camunda.org/schema/modeler/1.0", "executionPlatform", "Camunda Cloud")),
                broken("User task \"7 Verify Selection\" (verify-selection) has no due date.", model -> task(model)
                        .removeAttributeNs(CAMUNDA_NS, "dueDate")),
                broken("User task \"7 Verify Selection\" (verify-selection) has no form.", model -> task(model)
                        .removeAttributeNs(CAMUNDA_NS, "formKey")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) has the form key"
                                + " camunda-forms:deployment:forms/sample/other.form instead of"
                                + " camunda-forms:deployment:forms/sample/verify-selection.form or"
                                + " embedded:deployment:forms/sample/verify-selection.html.",
                        model -> task(model).setCamundaFormKey("camunda-forms:deployment:forms/sample/other.form")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) is for the group \"everybody\","
                                + " which does not exist.",
                        model -> task(model).setCamundaCandidateGroups("opm-cross-gov,everybody")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) has no candidate group.",
                        model -> task(model).removeAttributeNs(CAMUNDA_NS, "candidateGroups")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) does not tell the person what to do:"
                                + " it has no documentation.",
                        model -> task(model).getDocumentations().clear()),
                broken(
                        "User task \"Verify Selection\" (verify-selection) must have a name that begins with its step,"
                                + " such as \"7 Verify Selection\".",
                        model -> task(model).setName("Verify Selection")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) reads \"calendar\" in"
                                + " ${calendar.dueDateOf(execution)}, which is no bean that models may use.",
                        model -> task(model).setCamundaDueDate("${calendar.dueDateOf(execution)}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) reads \"countEverything\" in"
                                + " ${countEverything}, which is no bean that models may use.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .setCamundaDelegateExpression("${countEverything}")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) names a class instead of a bean.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .setCamundaClass("io.crossgov.hiring.Count")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) uses a connector.",
                        model -> extend(model, "count-vacancies", CamundaConnector.class)),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) holds \"candidateName\","
                                + " which is no routing variable.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .builder()
                                .camundaInputParameter("candidateName", "somebody")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) holds \"count\","
                                + " which is no routing variable.",
                        model -> element(model, "count-vacancies", ServiceTask.class)
                                .setCamundaResultVariable("count")),
                broken("Script task \"Count by hand\" (count-by-hand) is a script.", model -> element(
                                model, "count-vacancies", ServiceTask.class)
                        .builder()
                        .scriptTask("count-by-hand")
                        .name("Count by hand")),
                broken(
                        "Call activity \"8 Make Offer\" (make-offer) hands over all variables instead of naming them.",
                        model -> extend(model, "make-offer", CamundaIn.class).setCamundaVariables("all")),
                broken(
                        "Call activity \"8 Make Offer\" (make-offer) is not bound to the process of its own deployment.",
                        model -> element(model, "make-offer", CallActivity.class)
                                .setCamundaCalledElementBinding("latest")),
                broken(
                        "Intermediate throw event \"OPM told (M13)\" (opm-told) sends the notice \"M99\","
                                + " which does not exist.",
                        model -> property(model, "opm-told").setCamundaValue("M13,M99")),
                broken(
                        "Intermediate throw event \"OPM told (M13)\" (opm-told) does not say which of the notices it"
                                + " sends, such as M7.",
                        model -> property(model, "opm-told").setCamundaName("message")),
                broken(
                        "Intermediate throw event \"OPM told (M13)\" (opm-told) sends a message past ${sendNotice}.",
                        model -> message(model).setCamundaDelegateExpression("${countVacancies}")),
                broken(
                        "End event \"Case closed\" (case-closed) closes the case with \"BORED\","
                                + " which is no closing reason.",
                        model -> property(model, "case-closed").setCamundaValue("BORED")),
                broken(
                        "End event \"Case closed\" (case-closed) ends the case before OPM is told:"
                                + " the notice M13 comes right before it.",
                        model -> property(model, "case-closed").setCamundaValue("FROZEN")),
                broken(
                        "End event \"Case closed\" (case-closed) ends the case without saying why:"
                                + " it has no closing reason.",
                        model -> property(model, "case-closed").setCamundaName("reason")),
                broken(
                        "User task \"7 Verify Selection\" (verify-selection) has a closing reason although it does not"
                                + " end anything.",
                        model -> addProperty(model, "verify-selection", "closingReason", "FILLED")),
                broken("End event (case-closed) has no name.", model -> element(model, "case-closed", EndEvent.class)
                        .removeAttribute("name")),
                broken(
                        "End event \"Case closed\" (CaseClosed) has an id that is not in kebab-case.",
                        model -> element(model, "case-closed", EndEvent.class).setId("CaseClosed")),
                broken("Process \"Verify one selection\" (sample) has no version tag.", model -> process(model)
                        .removeAttributeNs(CAMUNDA_NS, "versionTag")),
                broken(
                        "Process \"Verify one selection\" (sample) does not say how long its history is kept.",
                        model -> process(model).removeAttributeNs(CAMUNDA_NS, "historyTimeToLive")),
                broken(
                        "Process \"Verify one selection\" (sample) has no documentation naming the records rule.",
                        model -> process(model).getDocumentations().clear()),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) cannot be reached from a start.",
                        model -> remove(model, "selection-verified-yes")),
                broken(
                        "Service task \"Count Vacancies Left\" (count-vacancies) leads to no end.",
                        model -> remove(model, "count-vacancies-to-opm-told")));
    }

    private static Arguments broken(String finding, Consumer<BpmnModelInstance> change) {
        return arguments(finding, change);
    }

    /** A small model that keeps every rule. */
    private static BpmnModelInstance sound() {
        var model = Bpmn.createExecutableProcess("sample")
                .name("Verify one selection")
                .camundaVersionTag("1.0.0")
                .camundaHistoryTimeToLiveString("P1095D")
                .documentation("Kept under GRS 2.1.")
                .startEvent("selection-notified")
                .name("Selection notified")
                .sequenceFlowId("selection-notified-to-verify-selection")
                .userTask("verify-selection")
                .name("7 Verify Selection")
                .documentation("Check that nothing is missing.")
                .camundaFormKey("camunda-forms:deployment:forms/sample/verify-selection.form")
                .camundaCandidateGroups("opm-cross-gov")
                .camundaDueDate("${businessDays.dueDateOf(execution)}")
                .sequenceFlowId("verify-selection-to-selection-verified")
                .exclusiveGateway("selection-verified")
                .name("Selection verified?")
                .sequenceFlowId("selection-verified-yes")
                .condition("Yes", "${selectionVerified == 'VERIFIED'}")
                .serviceTask("count-vacancies")
                .name("Count Vacancies Left")
                .camundaDelegateExpression("${countVacancies}")
                .sequenceFlowId("count-vacancies-to-opm-told")
                .intermediateThrowEvent("opm-told")
                .name("OPM told (M13)")
                .messageEventDefinition("opm-told-message")
                .messageEventDefinitionDone()
                .sequenceFlowId("opm-told-to-make-offer")
                .callActivity("make-offer")
                .name("8 Make Offer")
                .calledElement("offer")
                .camundaCalledElementBinding("deployment")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaIn("caseNumber", "caseNumber")
                .camundaIn("poolId", "poolId")
                .camundaIn("agency", "agency")
                .sequenceFlowId("make-offer-to-offer-made")
                .endEvent("offer-made")
                .name("Offer made")
                .moveToNode("selection-verified")
                .sequenceFlowId("selection-verified-no")
                .endEvent("case-closed")
                .name("Case closed")
                .done();
        var no = element(model, "selection-verified-no", SequenceFlow.class);
        no.setName("No");
        element(model, "selection-verified", ExclusiveGateway.class).setDefault(no);
        element(model, "case-closed", EndEvent.class)
                .getEventDefinitions()
                .add(model.newInstance(TerminateEventDefinition.class));
        message(model).setCamundaDelegateExpression("${sendNotice}");
        addProperty(model, "opm-told", "notice", "M13");
        addProperty(model, "case-closed", "closingReason", "ACCESS_DENIED");
        return model;
    }

    private static <T extends BaseElement> T element(BpmnModelInstance model, String id, Class<T> type) {
        return type.cast(model.getModelElementById(id));
    }

    private static UserTask task(BpmnModelInstance model) {
        return element(model, "verify-selection", UserTask.class);
    }

    private static MessageEventDefinition message(BpmnModelInstance model) {
        return element(model, "opm-told-message", MessageEventDefinition.class);
    }

    private static Process process(BpmnModelInstance model) {
        return element(model, "sample", Process.class);
    }

    private static IntermediateCatchEventBuilder wait(BpmnModelInstance model) {
        return element(model, "opm-told", FlowNode.class)
                .builder()
                .intermediateCatchEvent("wait")
                .name("Wait");
    }

    private static void condition(BpmnModelInstance model, String text) {
        var condition = model.newInstance(ConditionExpression.class);
        condition.setTextContent(text);
        element(model, "selection-verified-yes", SequenceFlow.class).setConditionExpression(condition);
    }

    private static void addProperty(BpmnModelInstance model, String id, String name, String value) {
        var property = model.newInstance(CamundaProperty.class);
        property.setCamundaName(name);
        property.setCamundaValue(value);
        extend(model, id, CamundaProperties.class).getCamundaProperties().add(property);
    }

    private static CamundaProperty property(BpmnModelInstance model, String id) {
        return element(model, id, FlowNode.class)
                .getExtensionElements()
                .getChildElementsByType(CamundaProperties.class)
                .iterator()
                .next()
                .getCamundaProperties()
                .iterator()
                .next();
    }

    private static <T extends ModelElementInstance> T extend(BpmnModelInstance model, String id, Class<T> type) {
        var element = element(model, id, FlowNode.class);
        if (element.getExtensionElements() == null) {
            element.setExtensionElements(model.newInstance(ExtensionElements.class));
        }
        var extension = model.newInstance(type);
        element.getExtensionElements().addChildElement(extension);
        return extension;
    }

    private static void reconnect(BpmnModelInstance model, String flowId, String target) {
        var flow = element(model, flowId, SequenceFlow.class);
        flow.getTarget().getIncoming().remove(flow);
        flow.setTarget(element(model, target, FlowNode.class));
        flow.getTarget().getIncoming().add(flow);
    }

    private static void remove(BpmnModelInstance model, String flowId) {
        var flow = element(model, flowId, SequenceFlow.class);
        flow.getSource().getOutgoing().remove(flow);
        flow.getTarget().getIncoming().remove(flow);
        flow.getDiagramElement().getParentElement().removeChildElement(flow.getDiagramElement());
        flow.getParentElement().removeChildElement(flow);
    }
}
