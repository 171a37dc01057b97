package io.crossgov.hiring.common;

import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where text from people comes in over HTTP, it is brought to the one form in which it is kept, or refused ({@link PlainText}). */
@Configuration(proxyBeanMethods = false)
class PlainTextDoors implements WebMvcConfigurer {

    /** What stands in an address, in a query or in a page's form. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Parameter());
    }

    private static final class Parameter implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, String.class));
        }

        @Override
        public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            var text = (String) source;
            var name = targetType.getSource() instanceof MethodParameter parameter
                            && parameter.getParameter().isNamePresent()
                    ? parameter.getParameter().getName()
                    : "value";
            return targetType.hasAnnotation(SeveralLines.class)
                    ? PlainText.lines(name, text)
                    : PlainText.line(name, text);
        }
    }
}
