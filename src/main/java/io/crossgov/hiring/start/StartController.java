package io.crossgov.hiring.start;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.leaving.LeavingRequests;
import io.crossgov.hiring.notice.MailIncidents;
import io.crossgov.hiring.notice.UndeliveredMessages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, open to everybody. */
@Controller
class StartController {

    private final ObjectProvider<DemoSignIns> demo;
    private final UndeliveredMessages undelivered;
    private final MailIncidents incidents;
    private final LeavingRequests leaving;

    StartController(
            ObjectProvider<DemoSignIns> demo,
            UndeliveredMessages undelivered,
            MailIncidents incidents,
            LeavingRequests leaving) {
        this.demo = demo;
        this.undelivered = undelivered;
        this.incidents = incidents;
        this.leaving = leaving;
    }

    @GetMapping("/")
    String start(Model model) {
        if (model.getAttribute("actor") instanceof Actor actor) {
            model.addAttribute("shortcuts", Shortcut.of(actor));
            model.addAttribute("leaving", leaving.waiting(actor));
            model.addAttribute("undelivered", undelivered.causedBy(actor));
            model.addAttribute("everywhere", undelivered.everywhere(actor).orElse(null));
            model.addAttribute("incident", incidents.shownTo(actor).orElse(null));
        }
        demo.ifAvailable(signIns -> {
            model.addAttribute("signIns", signIns.all());
            model.addAttribute("password", signIns.password());
        });
        return "start";
    }
}
