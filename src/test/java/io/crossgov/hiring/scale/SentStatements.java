package io.crossgov.hiring.scale;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What the application asks its database, in whichever thread, with the values it asks for. */
@TestConfiguration(proxyBeanMethods = false)
class SentStatements {

    private static final Pattern QUESTION = Pattern.compile("^\\s*(select|with)\\b", Pattern.CASE_INSENSITIVE);

    private static volatile Queue<Question> asked;

    /** One question: its words, and what set its values. */
    record Question(String sql, Map<Integer, Value> values) {

        /** Asks the same. */
        PreparedStatement prepared(Connection connection, String before) throws SQLException {
            var statement = connection.prepareStatement(before + sql);
            try {
                for (var value : values.values()) {
                    value.setter().invoke(statement, value.arguments().toArray());
                }
            } catch (ReflectiveOperationException failure) {
                throw new AssertionError(failure);
            }
            return statement;
        }
    }

    /** A value of a statement. */
    record Value(Method setter, List<Object> arguments) {}

    /** The questions that are asked meanwhile; not what is written. */
    static List<Question> during(Runnable work) {
        asked = new ConcurrentLinkedQueue<>();
        try {
            work.run();
            return List.copyOf(asked);
        } finally {
            asked = null;
        }
    }

    @Bean
    static BeanPostProcessor listeningDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real && !(bean instanceof Listening) ? new Listening(real) : bean;
            }
        };
    }

    private static final class Listening extends DelegatingDataSource {

        Listening(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return proxy(Connection.class, (proxy, method, arguments) -> {
                var answer = call(real, method, arguments);
                return answer instanceof PreparedStatement prepared
                        ? listening(prepared, arguments[0].toString())
                        : answer;
            });
        }
    }

    private static PreparedStatement listening(PreparedStatement real, String sql) {
        var values = new TreeMap<Integer, Value>();
        var question = QUESTION.matcher(sql).find();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            var noted = asked;
            if (question && noted != null) {
                if (method.getName().startsWith("set")
                        && arguments.length > 1
                        && arguments[0] instanceof Integer place) {
                    values.put(place, new Value(method, Arrays.asList(arguments)));
                } else if (method.getName().startsWith("execute")) {
                    noted.add(new Question(sql, new TreeMap<>(values)));
                }
            }
            return call(real, method, arguments);
        });
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SentStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
