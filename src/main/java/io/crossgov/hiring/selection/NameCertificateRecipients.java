package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.task.AsItStands;
import io.crossgov.hiring.task.CompleteWhenOpened;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Step 5: a trained coordinator names who at the agency gets the certificate and the application material (M8, L21). */
@FormOf("name-certificate-recipients")
class NameCertificateRecipients implements TaskForm<NameCertificateRecipients.Answers>, CompleteWhenOpened {

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final SelectionRows selections;
    private final People people;

    NameCertificateRecipients(CaseDesk desk, SelectionOfTask ofTask, SelectionRows selections, People people) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
        this.people = people;
    }

    record Answers(
            @NotEmpty(message = "Name at least one recipient.") @Size(max = 50, message = "Name at most 50 recipients.")
                    List<@NotNull(message = "A recipient is empty.") @Valid Recipient> recipients) {}

    record Recipient(
            @NotBlank(message = "Enter the name of each recipient.")
                    @Size(max = 200, message = "A name has at most 200 characters.")
                    String name,
            @NotBlank(message = "Enter the e-mail address of each recipient.")
                    @EmailAddress.Sendable(
                            message = "An e-mail address is not valid. Enter one such as name@agency.gov.")
                    @Size(max = 254, message = "An e-mail address has at most 254 characters.")
                    String email) {

        Recipient {
            email = EmailAddress.normal(email);
        }

        private static Recipient of(Person person) {
            return new Recipient(person.name(), person.email());
        }
    }

    /**
     * @param recipients to start with: the hiring manager who elected
     * @param colleagues the agency's hiring managers, HR specialists and coordinators
     */
    record View(@JsonUnwrapped SelectionOfTask.Summary about, List<Recipient> recipients, List<Recipient> colleagues) {}

    @Override
    public View open(TaskContext context) {
        var selection = ofTask.seen(context);
        var colleagues = colleagues(selection.agency());
        return new View(
                ofTask.summary(context),
                toStartWith(selection, colleagues),
                colleagues.stream().map(Recipient::of).toList());
    }

    private List<Person> colleagues(String agency) {
        return people.ofAgency(agency).stream()
                .filter(person -> person.has(Role.HIRING_MANAGER)
                        || person.has(Role.HR_SPECIALIST)
                        || person.has(Role.SHARED_CERTIFICATE_COORDINATOR))
                .toList();
    }

    private static List<Recipient> toStartWith(Selection selection, List<Person> colleagues) {
        return colleagues.stream()
                .filter(person -> person.id().equals(selection.electedBy()))
                .map(Recipient::of)
                .toList();
    }

    @Override
    public Map<UUID, AsItStands> asTheyStand(Collection<UUID> ids) {
        var colleagues = new HashMap<String, List<Person>>();
        var standing = new HashMap<UUID, AsItStands>();
        for (var selection : selections.findAllById(ids)) {
            var recipients = toStartWith(selection, colleagues.computeIfAbsent(selection.agency(), this::colleagues));
            if (!recipients.isEmpty()) {
                standing.put(
                        selection.id(),
                        new AsItStands(
                                "The certificate and the application material go to "
                                        + CertificateRecipient.inWords(onRecord(recipients)) + ".",
                                new Answers(recipients)));
            }
        }
        return standing;
    }

    private static List<CertificateRecipient> onRecord(List<Recipient> recipients) {
        return recipients.stream()
                .map(recipient -> new CertificateRecipient(recipient.name(), recipient.email()))
                .toList();
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.worked(context, Role.SHARED_CERTIFICATE_COORDINATOR);
        if (!desk.isTrainedCoordinator(context.actor())) {
            throw Refusal.notYours("A Shared Certificate Coordinator needs the training first. OPM records its date.");
        }
        var seen = new HashSet<String>();
        for (int row = 0;
                answers.recipients() != null && row < answers.recipients().size();
                row++) {
            var recipient = answers.recipients().get(row);
            if (recipient != null && recipient.email() != null && !seen.add(EmailAddress.key(recipient.email()))) {
                faults.add("recipients[" + row + "].email", "Name each recipient once: " + recipient.email() + ".");
            }
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.worked(context, Role.SHARED_CERTIFICATE_COORDINATOR);
        var before = Selections.facts(selection);
        selection.recipientsNamed(onRecord(answers.recipients()));
        desk.record(
                context,
                taskId(),
                "Named who gets the certificate.",
                before,
                Map.of("selectionId", selection.id(), "state", selection.state(), "recipients", answers.recipients()));
        return Routing.onward();
    }
}
