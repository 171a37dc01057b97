package io.crossgov.hiring.start;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the API, within the frame of our own pages: Swagger UI's own page cannot be used by everybody. */
@Controller
class ApiDescriptionController {

    @GetMapping("/swagger-ui.html")
    String description() {
        return "api";
    }

    /** Where Swagger UI's own page would be. */
    @GetMapping({"/swagger-ui", "/swagger-ui/", "/swagger-ui/index.html", "/swagger-ui/swagger-ui/index.html"})
    String own() {
        return "redirect:/swagger-ui.html";
    }
}
