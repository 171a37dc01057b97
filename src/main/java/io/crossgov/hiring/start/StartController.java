package io.crossgov.hiring.start;

import io.crossgov.hiring.access.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, open to everybody. */
@Controller
class StartController {

    private final ObjectProvider<DemoSignIns> demo;

    StartController(ObjectProvider<DemoSignIns> demo) {
        this.demo = demo;
    }

    @GetMapping("/")
    String start(Model model) {
        if (model.getAttribute("actor") instanceof Actor actor) {
            model.addAttribute("shortcuts", Shortcut.of(actor));
        }
        demo.ifAvailable(signIns -> {
            model.addAttribute("signIns", signIns.all());
            model.addAttribute("password", signIns.password());
        });
        return "start";
    }
}
