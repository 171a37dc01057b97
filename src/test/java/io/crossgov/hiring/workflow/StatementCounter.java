package io.crossgov.hiring.workflow;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what the application sends to its database: each execution of a statement is one, and so is each batch of up to a hundred
 * rows, since both are one way there and back. Counting happens in the thread that asks for it and only while it asks.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter {

    private static final ThreadLocal<List<String>> COUNTED = new ThreadLocal<>();

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
            return proxy(Connection.class, connection(super.getConnection()));
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
