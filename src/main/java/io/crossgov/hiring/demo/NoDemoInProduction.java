package io.crossgov.hiring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.common.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Refuses to start in production on a database that holds the demonstration's people: everybody knows their password. Looks before the
 * port is opened, so that none of them gets in meanwhile.
 */
@Component
@Profile("production")
class NoDemoInProduction implements SmartInitializingSingleton {

    private final People people;
    private final ObjectMapper json;

    NoDemoInProduction(People people, ObjectMapper json) {
        this.people = people;
        this.json = json;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (var file = new ClassPathResource("demo/people.json").getInputStream()) {
            for (JsonNode demo : json.readTree(file)) {
                people.find(demo.path("id").asText())
                        .filter(person ->
                                person.email().equals(demo.path("email").asText()))
                        .ifPresent(person -> {
                            throw new StartRefused("This database holds the demonstration's people, for example "
                                    + person.id() + ". Production starts on a database of its own.");
                        });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the demonstration's people cannot be read", unreadable);
        }
    }
}
