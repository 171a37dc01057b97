package io.crossgov.hiring;

import io.crossgov.hiring.common.StartRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.StringUtils;

/**
 * Refuses to start in production with settings that are fit for the demonstration only. Looks before anything else of the application
 * is made, so before a database is touched or a port is opened. That the database holds no demonstration's people is looked at as soon
 * as it can be read, by {@code NoDemoInProduction}.
 */
@Component
@Profile("production")
class ProductionSettings implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

    private static final String DATABASE = "spring.datasource.url";

    /** PostgreSQL's driver then quotes the row that broke a constraint. */
    private static final String QUOTES_VALUES = "logServerErrorDetail";

    /** What production cannot do without: the setting, and the variable that gives it. */
    private static final Map<String, String> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put(DATABASE, "CROSSGOV_DATABASE_URL");
        NEEDED.put("spring.datasource.username", "CROSSGOV_DATABASE_USER");
        NEEDED.put("spring.datasource.password", "CROSSGOV_DATABASE_PASSWORD");
        NEEDED.put("crossgov.base-url", "CROSSGOV_BASE_URL");
    }

    /** The session's cookie, which our own token goes by too, and the two of Camunda's web apps. */
    private static final List<String> SECURE_COOKIES = List.of(
            "server.servlet.session.cookie.secure",
            "camunda.bpm.webapp.session-cookie.enable-secure-cookie",
            "camunda.bpm.webapp.csrf.enable-secure-cookie");

    private Environment settings;

    @Override
    public void setEnvironment(Environment environment) {
        settings = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory nothingIsMadeYet) {
        var refusals = refusals(settings);
        if (!refusals.isEmpty()) {
            throw new StartRefused(String.join(System.lineSeparator(), refusals));
        }
    }

    /** Everything that is wrong, one sentence each; empty when production may start. */
    static List<String> refusals(PropertyResolver settings) {
        var refusals = new ArrayList<String>();
        NEEDED.forEach((setting, variable) -> {
            if (!StringUtils.hasText(value(settings, setting))) {
                refusals.add("Production needs " + setting + ": set " + variable + ".");
            }
        });
        var database = value(settings, DATABASE);
        if (StringUtils.hasText(database) && !database.startsWith("jdbc:postgresql:")) {
            refusals.add("Production runs on PostgreSQL only: set " + NEEDED.get(DATABASE)
                    + " to an address that begins with jdbc:postgresql:.");
        }
        if (quotesValues(settings, database)) {
            refusals.add(
                    "Production's log holds nothing of people: leave logServerErrorDetail out, the database would quote"
                            + " names and addresses with it.");
        }
        SECURE_COOKIES.stream()
                .filter(cookie -> !settings.getProperty(cookie, Boolean.class, false))
                .forEach(cookie -> refusals.add("Production sends its cookies over TLS only: " + cookie
                        + " is false, leave that setting out or make it true."));
        var firstPassword = value(settings, "crossgov.first-person.password");
        if (StringUtils.hasText(firstPassword) && firstPassword.equals(value(settings, "crossgov.demo.password"))) {
            refusals.add(
                    "Production has no demo sign-ins: CROSSGOV_FIRST_PERSON_PASSWORD is the demonstration's password,"
                            + " which everybody knows; set another.");
        }
        return refusals;
    }

    /** The driver may be told so in its address or beside it; in either place a colleague's setting comes before ours. */
    private static boolean quotesValues(PropertyResolver settings, String database) {
        return StringUtils.hasText(database)
                        && database.toLowerCase(Locale.ROOT).contains(QUOTES_VALUES.toLowerCase(Locale.ROOT) + "=true")
                || Boolean.parseBoolean(
                        value(settings, "spring.datasource.hikari.data-source-properties." + QUOTES_VALUES));
    }

    /** Null also for a setting that names a variable nobody has set. */
    private static String value(PropertyResolver settings, String name) {
        try {
            return settings.getProperty(name);
        } catch (PlaceholderResolutionException notSet) {
            return null;
        }
    }
}
