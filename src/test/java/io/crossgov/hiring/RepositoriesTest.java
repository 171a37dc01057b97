package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.data.repository.Repository;

/** The start leaves every table's queries to their first use; that each of them can be read is found out here. */
@HiringTest
class RepositoriesTest {

    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Test
    void no_start_makes_them() {
        assertThat(beans.getBeanNamesForType(Repository.class, true, false))
                .hasSizeGreaterThan(20)
                .allMatch(name -> beans.getBeanDefinition(name).isLazyInit());
    }

    @Test
    void every_query_of_every_table_can_be_read() {
        assertThat(beans.getBeansOfType(Repository.class)).hasSizeGreaterThan(20);
    }
}
