package io.crossgov.hiring.document;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A purpose is stored as the word that people and programs know it by. */
@Converter
class PurposeColumn implements AttributeConverter<DocumentPurpose, String> {

    @Override
    public String convertToDatabaseColumn(DocumentPurpose purpose) {
        return purpose == null ? null : purpose.word();
    }

    @Override
    public DocumentPurpose convertToEntityAttribute(String word) {
        return word == null ? null : DocumentPurpose.of(word);
    }
}
