package io.crossgov.hiring.start;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Who may sign in to the demonstration, with the one password they share. Not there in production. */
@Component
@Profile("!production")
class DemoSignIns {

    /** One person of the demonstration as the start page lists them. */
    record SignIn(String userId, String name, String roles, String agency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Demonstrator(String id) {}

    private final People people;
    private final String password;
    private final Set<String> ids;

    DemoSignIns(
            People people,
            ObjectMapper json,
            @Value("${crossgov.demo.password}") String password,
            @Value("classpath:demo/people.json") Resource file)
            throws IOException {
        this.people = people;
        this.password = password;
        try (var content = file.getInputStream()) {
            this.ids = json.readValue(content, new TypeReference<List<Demonstrator>>() {}).stream()
                    .map(Demonstrator::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Those who are set up here, by agency (OPM last) and role. Others have passwords of their own and are not listed. */
    List<SignIn> all() {
        return people.all().stream()
                .filter(person -> ids.contains(person.id()))
                .sorted(Comparator.comparing(
                                (Person person) -> person.roles().stream().anyMatch(Role::isOpm))
                        .thenComparing(Person::agency)
                        .thenComparing(person ->
                                person.roles().stream().sorted().toList().toString())
                        .thenComparing(Person::id))
                .map(person -> new SignIn(person.id(), person.name(), titles(person), person.agency()))
                .toList();
    }

    String password() {
        return password;
    }

    private static String titles(Person person) {
        return person.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }
}
