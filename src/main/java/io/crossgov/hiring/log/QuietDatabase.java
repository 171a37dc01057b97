package io.crossgov.hiring.log;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL's driver name no values when something fails: by default its messages quote the row that broke a constraint, and for a
 * batch the whole statement with everything in it.
 */
@Component
class QuietDatabase implements BeanPostProcessor {

    /** The driver's name of the setting. */
    static final String QUOTES_VALUES = "logServerErrorDetail";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource database
                && String.valueOf(database.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            database.addDataSourceProperty(QUOTES_VALUES, "false");
        }
        return bean;
    }
}
