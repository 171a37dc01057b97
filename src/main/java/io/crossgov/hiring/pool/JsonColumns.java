package io.crossgov.hiring.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.law.Rating;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists that are only ever read whole, kept as JSON in one column. */
final class JsonColumns {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonColumns() {}

    @Converter
    static class Texts implements AttributeConverter<List<String>, String> {

        @Override
        public String convertToDatabaseColumn(List<String> texts) {
            return write(texts);
        }

        @Override
        public List<String> convertToEntityAttribute(String json) {
            return read(json, new TypeReference<List<String>>() {});
        }
    }

    @Converter
    static class Categories implements AttributeConverter<List<Rating>, String> {

        @Override
        public String convertToDatabaseColumn(List<Rating> categories) {
            return categories == null ? null : write(categories);
        }

        @Override
        public List<Rating> convertToEntityAttribute(String json) {
            return json == null ? null : read(json, new TypeReference<List<Rating>>() {});
        }
    }

    @Converter
    static class Equivalents implements AttributeConverter<Map<String, Set<String>>, String> {

        @Override
        public String convertToDatabaseColumn(Map<String, Set<String>> equivalents) {
            return write(equivalents);
        }

        @Override
        public Map<String, Set<String>> convertToEntityAttribute(String json) {
            return read(json, new TypeReference<Map<String, Set<String>>>() {});
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
