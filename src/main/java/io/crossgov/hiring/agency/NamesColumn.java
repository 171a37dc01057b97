package io.crossgov.hiring.agency;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Names that are only ever read together, one a line of one column; a name is one line itself. */
@Converter
class NamesColumn implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> names) {
        return names.isEmpty() ? null : String.join("\n", names);
    }

    @Override
    public List<String> convertToEntityAttribute(String lines) {
        return lines == null ? List.of() : lines.lines().toList();
    }
}
