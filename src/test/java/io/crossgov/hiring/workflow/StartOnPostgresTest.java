package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgresTest
class StartOnPostgresTest {

    @Autowired
    private RepositoryService repositoryService;

    @Test
    void the_models_are_deployed_on_an_empty_PostgreSQL() {
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .extracting("key")
                .contains("cross-gov-hiring", "candidate-selection");
    }
}
