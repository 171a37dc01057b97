package io.crossgov.hiring.start;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Names in the description of the API: a type within another is called with it, as in {@code CaseList.Page}. By their last names alone, two
 * types would be told as one.
 */
@Configuration(proxyBeanMethods = false)
class ApiNames {

    @Bean
    ModelResolver wholeNames(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new WholeNames());
    }

    private static final class WholeNames extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            var enclosing = type.getEnclosingClass();
            return enclosing == null ? type.getSimpleName() : getNameOfClass(enclosing) + "." + type.getSimpleName();
        }
    }
}
