package io.crossgov.hiring.workflow;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the application sends to its database: each execution of a statement is one, and so is each batch of up to a hundred
 * rows, since both are one way there and back. Counting happens in the thread that asks for it and only while it asks, or in the thread
 * that answers a request with the header {@value #HEADER}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter {

    private static final ThreadLocal<List<String>> COUNTED = new ThreadLocal<>();

    /** On requests whose statements are counted, with a value of its own for each. */
    static final String HEADER = "X-Count-Statements";

    private static final Map<String, CompletableFuture<List<String>>> REQUESTS = new ConcurrentHashMap<>();

    /** The statements to answer the request that had this value in {@value #HEADER}, in order. */
    static List<String> ofRequest(String value) {
        // The answer may be there before the filters are through.
        return REQUESTS.computeIfAbsent(value, first -> new CompletableFuture<>())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Bean
    static FilterRegistrationBean<Filter> countingFilter() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var value = ((HttpServletRequest) request).getHeader(HEADER);
            if (value == null) {
                chain.doFilter(request, response);
                return;
            }
            COUNTED.set(new ArrayList<>());
            try {
                chain.doFilter(request, response);
            } finally {
                REQUESTS.computeIfAbsent(value, first -> new CompletableFuture<>())
                        .complete(COUNTED.get());
                COUNTED.remove();
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Asked every ten seconds. */
    private static final String WHICH_MODELS_THERE_ARE = "from ACT_RE_PROCDEF RES";

    private static volatile boolean aside;

    /** While {@code work} runs nothing is counted, in whichever thread, and nothing stands between the application and its database. */
    public static <T> T aside(Supplier<T> work) {
        aside = true;
        try {
            return work.get();
        } finally {
            aside = false;
        }
    }

    /** The same as {@link #during} without what is asked now and then only, by whoever comes first: for what is compared with each other. */
    public static List<String> alwaysDuring(Runnable work) {
        return always(during(work));
    }

    /** Those of them that are sent whenever the same is done. */
    public static List<String> always(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.contains(WHICH_MODELS_THERE_ARE))
                .toList();
    }

    /** The statements that {@code work} sends, in order. */
    public static List<String> during(Runnable work) {
        COUNTED.set(new ArrayList<>());
        try {
            work.run();
            return COUNTED.get();
        } finally {
            COUNTED.remove();
        }
    }

    /** One that is counted, too. */
    public static DataSource counting(DataSource real) {
        return new Counting(real);
    }

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource && !(bean instanceof Counting)
                        ? new Counting(dataSource)
                        : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return aside ? real : proxy(Connection.class, connection(real));
        }
    }

    private static InvocationHandler connection(Connection real) {
        return (proxy, method, arguments) -> {
            var result = call(real, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, statement(prepared, String.valueOf(arguments[0])));
            }
            return result instanceof Statement plain ? proxy(Statement.class, statement(plain, null)) : result;
        };
    }

    private static InvocationHandler statement(Statement real, String sql) {
        return (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && COUNTED.get() != null) {
                COUNTED.get().add(sql != null ? sql : String.valueOf(arguments == null ? "" : arguments[0]));
            }
            return call(real, method, arguments);
        };
    }

    private static Object call(Object real, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
