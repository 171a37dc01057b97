package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.SearchWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the form that opens a case offers while somebody types. */
@RestController
@Tag(name = "Cases")
class PoolChoiceController {

    private final PoolChoice choice;

    PoolChoiceController(PoolChoice choice) {
        this.choice = choice;
    }

    @GetMapping("/api/pools-to-choose")
    @Operation(summary = "The pools a case can be opened from today, by title: the first 100 with the words")
    PoolChoice.Found about(@CurrentActor Actor actor, @RequestParam(required = false) String words) {
        return choice.about(new SearchWords(words), actor);
    }
}
